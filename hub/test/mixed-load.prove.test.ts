import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { record } from '@manabi/bench/record';
import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { printGraph } from '../src/graph/graph.js';
import { Ownership } from '../src/graph/ownership.js';
import { cityKey } from '../src/home/keys.js';
import { atOneMoment } from './at-one-moment.js';
import { type Asked, ask, question, whole } from './ask.js';
import { GatewayProcess } from './gateway-process.js';
import { lossOf } from './loss.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { Outages, pause } from './outages.js';
import { withTypeNames } from './supergraph.js';

const minutes = 10;
const clients = 6;
/** Milliseconds between two reloads, and between the return of a killed service and the next kill. */
const every = { reload: 10_000, kill: [2_000, 12_000] } as const;
const names = ['p1', 'p4', 'p7', 'p10', 'search-page'] as const;
/** How far the index has read follows the clock, whatever moment is asked about. */
const byClock = new Set(['Reading.readAt', 'Reading.isBehind']);

const graph = printGraph(departments);
const ownership = new Ownership(graph.supergraph);
const schema = apiSchemaOf(parse(graph.public));
const questions = new Map<string, Asked>(
  names.map((name) => {
    const { query, variables } = question(name);
    const document = atOneMoment(parse(query), schema, new Date());
    return [name, { query: print(withTypeNames(document)), variables }];
  }),
);
const folder = mkdtempSync(join(tmpdir(), 'manabi-mixed-'));

let city: TestCity;
let gateway: GatewayProcess;

beforeAll(async () => {
  city = await openTestCity({ separate: true, warm: true });
  gateway = await GatewayProcess.start({
    folder,
    supergraphSdl: graph.public,
    documents: Object.fromEntries([...questions].map(([name, { query }]) => [name, query])),
    subgraphs: Object.fromEntries(
      city.services.processes.map(({ name, url }) => [name, `${url}/graphql`]),
    ),
    key: cityKey(city.home),
  });
});

afterAll(async () => {
  await gateway.stop();
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

const needs = (place: string, down: ReadonlySet<string>): boolean => {
  const [type = '', field = ''] = place.split('.');
  return [...ownership.neededFor(type, field)].some((service) => down.has(service));
};

interface Tally {
  asked: number;
  whole: number;
  partial: number;
  /** What no dead service explains; must stay empty. */
  faults: string[];
  milliseconds: number[];
}

type Data = Readonly<Record<string, unknown>>;

/** Asks one question and notes what of its answer is not as it was when every service was up. */
async function askOnce(
  name: string,
  before: Data,
  { tally, outages }: { tally: Tally; outages: Outages },
): Promise<void> {
  const began = performance.now();
  tally.asked += 1;
  try {
    // Every name has a question.
    const answer = await ask({ door: gateway }, questions.get(name)!);
    const ended = performance.now();
    tally.milliseconds.push(ended - began);
    const down = outages.during(began, ended);
    if (answer.status !== 200) return void tally.faults.push(`${name}: status ${answer.status}`);
    const { lost, changed } = lossOf(before, answer.data, byClock);
    const unexplained = [...lost].filter((place) => !needs(place, down));
    if (unexplained.length > 0 || changed.length > 0) {
      tally.faults.push(
        `${name}: lost ${unexplained.join(' ')} changed ${changed.join(' ')} with ${[...down].join(' ') || 'nothing'} down: ${JSON.stringify(answer.errors?.slice(0, 2))}`,
      );
    }
    if (lost.size > 0) tally.partial += 1;
    else tally.whole += 1;
  } catch (error) {
    tally.faults.push(`${name}: ${String(error)}`);
  }
}

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);

test(`for ${minutes} minutes, with reloads and killed services, no field is lost but those of a dead service`, async () => {
  const before = new Map<string, Data>();
  for (const [name, asked] of questions)
    before.set(name, whole(await ask({ door: gateway }, asked)));
  const outages = new Outages(city.services.processes);
  const tally: Tally = { asked: 0, whole: 0, partial: 0, faults: [], milliseconds: [] };
  let until = performance.now() + 60_000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      for (const [name, data] of before) await askOnce(name, data, { tally, outages });
      await pause(Math.random() * 50);
    }
  };
  let reloads = 0;
  let highest = 0;
  const reloading = async (): Promise<void> => {
    while (performance.now() < until) {
      await pause(every.reload);
      reloads += 1;
      gateway.serve(`${graph.public}\n# ${reloads}\n`);
      highest = Math.max(highest, gateway.memory());
    }
  };
  const killing = async (): Promise<void> => {
    const [least, most] = every.kill;
    while (performance.now() < until - 20_000) {
      await pause(least + Math.random() * (most - least));
      await outages.killOne();
    }
  };
  const load = (): Promise<unknown> =>
    Promise.all([...Array.from({ length: clients }, client), reloading()]);

  // What a gateway needs that has served all this for a minute is where its memory is to come back to.
  await load();
  await pause(20_000);
  const atRest = await gateway.memoryAtRest();
  until = performance.now() + minutes * 60_000;
  await Promise.all([load(), killing()]);
  await pause(20_000);
  const after = await gateway.memoryAtRest();
  const served = gateway.logged.split('A new supergraph is served').length - 1;

  const sorted = tally.milliseconds.toSorted((one, other) => one - other);
  record('mixed-load', {
    minutes,
    clients,
    requests: tally.asked,
    whole: tally.whole,
    partial: tally.partial,
    unexplained: tally.faults.length,
    reloads: { written: reloads, served },
    kills: outages.count,
    milliseconds: { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) },
    memoryMiB: {
      atRest: Math.round(atRest),
      highest: Math.round(highest),
      after: Math.round(after),
    },
  });
  expect(tally.faults.slice(0, 20)).toEqual([]);
  expect(served).toBe(reloads);
  expect(outages.count).toBeGreaterThan(minutes);
  expect(tally.partial).toBeGreaterThan(0);
  expect(after).toBeLessThan(atRest * 1.1);
});
