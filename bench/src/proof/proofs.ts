import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generateCity } from '@manabi/data/generator/generate-city';
import { todayInTokyo } from '@manabi/data/tokyo-day';
import { createGateway } from '@manabi/gateway/gateway';
import { departments } from '@manabi/hub/city/departments';
import { openInProcess } from '@manabi/hub/city/in-process';
import { type CommittedDocument, committedDocuments } from '@manabi/hub/graph/document-folders';
import { printGraph } from '@manabi/hub/graph/graph';
import { plantCity } from '@manabi/hub/plant/plant-city';
import { openCluster } from '@manabi/kit/postgres/cluster';
import { pino } from 'pino';

import { record } from '../record.js';
import { quantile } from '../statistics.js';
import { Counting } from './counting.js';
import { fillCity } from './fill.js';

/*
 * Asks every proof question (P1–P24) of a city with many opportunities, all services and the gateway in one process,
 * nothing kept between questions: milliseconds at the middle and at 19 of 20, calls of departments, and SQL statements.
 */

const [count = '1000000', rounds = '40'] = process.argv.slice(2);
/** Milliseconds at the 95th of a hundred that a question is aimed at. */
const aim = 300;

/** Whoever may read how an answer came about. */
const caller = { role: 'resident', scopes: ['graph.explain'] } as const;

const folder = mkdtempSync(join(tmpdir(), 'manabi-proofs-'));
const cluster = await openCluster({ folder });
const urls = new Map<string, string>();
for (const { name } of departments) urls.set(name, await cluster.ensureDatabase(name));
const urlOf = (service: string): string => urls.get(service) ?? '';
const counting = new Counting();

async function openFilled() {
  const scale = { opportunities: Number(count), residents: 200_000 };
  const city = generateCity({ seed: 20_261_005, scale, today: todayInTokyo() });
  await plantCity({ urlOf, empty: false, progress: () => undefined });
  await fillCity(city, urlOf);
  const services = await openInProcess(departments, {
    urlOf,
    cityKey: '',
    onFailure: (service, error) => process.stderr.write(`${service}: ${String(error)}\n`),
    onQuery: () => counting.count(),
  });
  const began = performance.now();
  await services.catchUp();
  process.stdout.write(`followed in ${Math.round((performance.now() - began) / 1_000)} s\n`);
  for (const { orm } of services.services.values()) await orm.em.fork().execute('vacuum analyze');
  return { services, counts: city.counts };
}

function gatewayOf(transports: Parameters<typeof createGateway>[0]['subgraphs']) {
  return createGateway({
    supergraphSdl: printGraph(departments).public,
    subgraphs: transports,
    contract: 'public',
    mode: 'development',
    ways: { sharing: false },
    log: pino({ level: 'silent' }),
  });
}

async function measure(
  gateway: ReturnType<typeof gatewayOf>,
  { name, text, variables }: CommittedDocument,
) {
  const ask = () =>
    gateway.execute({ query: text, variables: { ...variables }, explain: true }, { caller });
  const first = await ask();
  if (first.errors) return { name, error: first.errors[0]?.message };
  const times: number[] = [];
  const statements: number[] = [];
  let fetches = 0;
  for (let round = 0; round < Number(rounds); round += 1) {
    const began = performance.now();
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

try {
  const { services, counts } = await openFilled();
  const gateway = gatewayOf(services.transports);
  const questions = committedDocuments('public').filter(({ name }) => /^p\d/.test(name));
  const figures = [];
  for (const question of questions) {
    const figure = await measure(gateway, question);
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    figures.push(figure);
  }
  await gateway.close();
  await services.stop();
  record(`proofs-${count}`, { counts, rounds: Number(rounds), aim, questions: figures });
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
