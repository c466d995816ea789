import { parse, print } from 'graphql';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

import type { ServiceProcess } from '../src/city/service-process.js';
import { departments } from '../src/city/departments.js';
import { printGraph } from '../src/graph/graph.js';
import { Ownership } from '../src/graph/ownership.js';
import { type Answered, type Asked, ask, question, whole } from './ask.js';
import { lossOf } from './loss.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { withTypeNames } from './supergraph.js';

const names = ['p1', 'p4', 'p7', 'p10'] as const;
const questions: readonly Asked[] = names.map((name) => {
  const { query, variables } = question(name);
  return { query: print(withTypeNames(parse(query))), variables };
});
const ownership = new Ownership(printGraph(departments).supergraph);
/** How far the index has read follows the clock. */
const byClock = new Set(['Reading.readAt', 'Reading.isBehind']);

/** How long, in milliseconds, it may take until a department that is back is asked again. */
const wholeAgain = { timeout: 10_000, interval: 200 };

/** Milliseconds that one request may last. */
const deadline = 10_000;

let city: TestCity;

beforeAll(async () => {
  city = await openTestCity({ separate: true });
});

afterAll(async () => {
  await city.stop();
});

const askAll = (): Promise<Answered[]> => Promise.all(questions.map((asked) => ask(city, asked)));

function processOf(name: string): ServiceProcess & { pid: number } {
  const found = city.services.processes.find((each) => each.name === name);
  if (found?.pid === undefined) throw new Error(`The service "${name}" does not run.`);
  // Just seen to run.
  return found as ServiceProcess & { pid: number };
}

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(500) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function back(url: string): Promise<void> {
  await vi.waitUntil(() => isUp(url), { timeout: 20_000, interval: 50 });
}

const needs = (place: string, service: string): boolean => {
  const [type = '', field = ''] = place.split('.');
  return ownership.neededFor(type, field).has(service);
};

/** Fields that nobody else can answer. */
const isAlone = (place: string, service: string): boolean => {
  const [type = '', field = ''] = place.split('.');
  const owners = ownership.ownersOf(type, field);
  return owners.length === 1 && owners[0] === service && !ownership.isLent(type, field);
};

test.each(departments.map(({ name }) => name))(
  'with %s killed, only its own fields are null, the answer names it, and once it is back all is whole',
  async (name) => {
    const before = await askAll();
    before.forEach(whole);
    const { pid, url } = processOf(name);

    onTestFinished(() => back(url));
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(async () => !(await isUp(url)), { timeout: 10_000, interval: 5 });
    // What is kept of its answers would hide for two seconds that it is gone.
    city.door.changed(name);
    const during = await askAll();
    expect(await isUp(url)).toBe(false);

    during.forEach((answer, position) => {
      const { lost, kept, changed } = lossOf(before[position]?.data, answer.data, byClock);
      expect(changed, names[position]).toEqual([]);
      expect(
        [...lost].filter((place) => !needs(place, name)),
        names[position],
      ).toEqual([]);
      expect(
        [...kept].filter((place) => isAlone(place, name)),
        names[position],
      ).toEqual([]);
      const told = answer.extensions?.departments ?? [];
      const silent = told.map((department) => department.name);
      // It is named too where it was asked in vain for what was null anyway.
      if (lost.size > 0 || silent.length > 0) expect(silent, names[position]).toEqual([name]);
      for (const { lastGoodAt } of told)
        expect(Date.now() - Date.parse(lastGoodAt ?? '')).toBeLessThan(60_000);
    });
    await back(url);
    // A department that has just failed again and again is left alone for a moment.
    const after = await vi.waitFor(async () => (await askAll()).map(whole), wholeAgain);
    after.forEach((data, position) => {
      const { lost, changed } = lossOf(before[position]?.data, data, byClock);
      expect([...lost, ...changed], names[position]).toEqual([]);
    });
  },
);

test('a service that hangs costs the deadline of a request at most, and the others answer within it', async () => {
  const { pid } = processOf('welfare');
  const before = await askAll();
  onTestFinished(() => void process.kill(pid, 'SIGCONT'));

  process.kill(pid, 'SIGSTOP');
  city.door.changed('welfare');
  const begun = Date.now();
  const during = await askAll();
  const took = Date.now() - begun;

  expect(took).toBeLessThan(deadline + 1_000);
  during.forEach((answer, position) => {
    const { lost, changed } = lossOf(before[position]?.data, answer.data, byClock);
    expect(changed, names[position]).toEqual([]);
    expect(
      [...lost].filter((place) => !needs(place, 'welfare')),
      names[position],
    ).toEqual([]);
    const silent = answer.extensions?.departments?.map(({ name, reason }) => [name, reason]) ?? [];
    if (lost.size > 0) expect(silent).toEqual([['welfare', 'DEADLINE_EXCEEDED']]);
  });
});
