import { createGateway, type Gateway } from '@manabi/gateway/gateway';
import { anonymous, type Caller } from '@manabi/gateway/identity/caller';
import { departments } from '@manabi/hub/city/departments';
import { askerIn } from '@manabi/hub/graph/document-asker';
import { type CommittedDocument, committedDocuments } from '@manabi/hub/graph/document-folders';
import { printGraph } from '@manabi/hub/graph/graph';
import { pino } from 'pino';

import { record } from '../record.js';
import { quantile } from '../statistics.js';
import { Counting } from './counting.js';
import { type FilledCity, openFilledCity } from './filled-city.js';

/*
 * Asks every committed question, the proof questions (P1–P24) among them, of residents and of departments, of a city
 * with many opportunities, all services and the gateway in one process, nothing kept between questions: milliseconds at
 * the middle and at 19 of 20, calls of departments, and SQL statements. The third word names a folder in which the
 * filled city is kept for the next time; the fourth names documents, with commas between them, that alone are asked and
 * not recorded (`p1,department/q21`).
 */

const [count = '1000000', rounds = '40', folder, only] = process.argv.slice(2);
const alone = only?.split(',');
/** Milliseconds at the 95th of a hundred that a question is aimed at. */
const aim = 300;
/** Milliseconds after which a question is asked no more, once it was asked often enough to tell the middle. */
const patience = 20_000;
const fewestRounds = 5;

const counting = new Counting();

/** Whoever asks a document of a graph; all may read how an answer came about. */
const callers: Readonly<Record<'public' | 'department', (text: string) => Caller>> = {
  public: () => ({ ...anonymous, role: 'resident', scopes: ['graph.explain'] }),
  department: (text) => {
    const { scopes, ...asker } = askerIn(text);
    // The heads of the documents name legal bases only; a test asks each of them.
    return { ...asker, subject: 'bench', scopes: [...scopes, 'graph.explain'] } as Caller;
  },
};

function gatewayOf({ services }: FilledCity, graph: 'public' | 'department'): Gateway {
  const printed = printGraph(departments);
  return createGateway({
    supergraphSdl: graph === 'public' ? printed.public : printed.supergraph,
    subgraphs: services.transports,
    contract: graph === 'public' ? 'public' : 'full',
    mode: 'development',
    ways: { sharing: false },
    log: pino({ level: 'silent' }),
  });
}

async function measure(
  gateway: Gateway,
  { name, text, variables }: CommittedDocument,
  caller: Caller,
) {
  const ask = () =>
    gateway.execute({ query: text, variables: { ...variables }, explain: true }, { caller });
  const started = performance.now();
  const first = await ask();
  if (first.errors)
    return {
      name,
      error: first.errors[0]?.message,
      after: Math.round(performance.now() - started),
    };
  const times: number[] = [];
  const statements: number[] = [];
  let fetches = 0;
  while (times.length < Number(rounds)) {
    const began = performance.now();
    if (times.length >= fewestRounds && began - started > patience) break;
    const { answer, queries } = await counting.during(ask);
    times.push(performance.now() - began);
    statements.push(queries);
    fetches = answer.extensions?.explain?.fetches.length ?? 0;
  }
  return {
    name,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    fetches,
    queries: quantile(statements, 0.5),
  };
}

/** Whether a document only asks: what writes, or waits for events, is not measured here. */
const isAsked = ({ name, text }: CommittedDocument): boolean =>
  !/^(?:mutation|subscription)\b/m.test(text) && (alone?.includes(name) ?? true);

async function measureAll(city: FilledCity, graph: 'public' | 'department') {
  const gateway = gatewayOf(city, graph);
  const figures = [];
  for (const question of committedDocuments(graph).filter(isAsked)) {
    const figure = await measure(gateway, question, callers[graph](question.text));
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    figures.push(figure);
  }
  await gateway.close();
  return figures;
}

const city = await openFilledCity({
  opportunities: Number(count),
  folder,
  onQuery: () => counting.count(),
});
try {
  const questions = [
    ...(await measureAll(city, 'public')),
    ...(await measureAll(city, 'department')),
  ];
  if (questions.some((figure) => 'error' in figure)) process.exitCode = 1;
  if (!alone)
    record(`proofs-${count}`, { counts: city.counts, rounds: Number(rounds), aim, questions });
} finally {
  await city.close();
}
