import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openTestService } from '@manabi/kit/testing/test-service';
import { afterEach, expect, onTestFinished, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { aHolding } from '../holding/holding.builder.js';
import { HoldingStatus } from '../holding/holding.entity.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';

interface Question {
  readonly isbns: readonly string[];
  readonly branches?: readonly string[];
  readonly session?: string;
}

/** The library's own system, as the environment names it: answers a question, or is silent for undefined. */
async function ownSystem(
  answer: (asked: Question) => object | undefined,
  said: Record<string, string> = {},
): Promise<Question[]> {
  const asked: Question[] = [];
  const server = createServer((request, response) => {
    void request.toArray().then((pieces) => {
      const question = JSON.parse(Buffer.concat(pieces).toString()) as Question;
      asked.push(question);
      const told = answer(question);
      if (told) response.end(JSON.stringify(told));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    LIBRARY_LIVE_URL: `http://127.0.0.1:${port}/live`,
    LIBRARY_LIVE_MILLISECONDS: '8000',
    ...said,
  });
  return asked;
}

afterEach(() => {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('LIBRARY_LIVE_')) delete process.env[name];
  }
});

const ndc = [{ scheme: 'NDC', code: '369.26' }];
const here = { latitude: 35.75, longitude: 139.55 };
const [lent, shelved] = ['9784000000001', '9784000000018'];

const shelves = () => [
  aBranch({ id: 'north', facilityCode: 'house-north', ...here }),
  aTitle({ bibId: 'lent', isbn: lent, subjectKeys: ndc, year: 2025 }),
  aTitle({ bibId: 'shelved', isbn: shelved, subjectKeys: ndc, year: 1990 }),
  aHolding({
    id: '1',
    bibId: 'lent',
    branchId: 'north',
    checkedAt: new Date('2026-10-01T00:00:00Z'),
  }),
  aHolding({ id: '2', bibId: 'shelved', branchId: 'north', status: HoldingStatus.LENT }),
];

const lists = `query ($of: [_Any!]!, $only: Boolean) { _entities(representations: $of) { ... on Course {
  readingList(onShelf: $only) { title { bibId availability { answer onShelf } } availableThere onShelf copies checkedAt }
} } }`;

const aCourse = (id: string) => ({
  __typename: 'Course',
  id,
  subjects: ndc,
  venue: { __typename: 'Facility', code: 'hall', point: here },
});

const checkedAt = '2026-10-05T00:59:00.000Z';
const now = ({ isbns }: Question) => ({
  checkedAt,
  titles: Object.fromEntries(
    isbns.map((isbn) => [
      isbn,
      { 'house-north': { copies: 2, onShelf: isbn === shelved ? 1 : 0 } },
    ]),
  ),
});

test('copies are told as the own system says now, what is on the shelf first, by one question a batch', async () => {
  const asked = await ownSystem(now);
  const service = await openTestService(library);
  await service.plant(...shelves());

  const { data, errors } = await service.ask(lists, { of: [aCourse('one'), aCourse('two')] });

  expect(errors).toEqual([]);
  const entry = (bibId: string, answer: string, onShelf: number) => ({
    title: { bibId, availability: { answer, onShelf } },
    availableThere: answer,
    onShelf,
    copies: 2,
    checkedAt,
  });
  const list = [entry('shelved', 'YES', 1), entry('lent', 'NO', 0)];
  expect(data._entities).toEqual([{ readingList: list }, { readingList: list }]);
  expect(asked).toEqual([
    { isbns: [lent, shelved], branches: ['house-north'] },
    { isbns: [shelved, lent] },
  ]);
});

test('a list of what is on the shelf goes by what the own system says, not by what was recorded', async () => {
  await ownSystem(now);
  const service = await openTestService(library);
  await service.plant(...shelves());

  const { data } = await service.ask(lists, { of: [aCourse('one')], only: true });

  expect(data._entities[0].readingList).toMatchObject([{ title: { bibId: 'shelved' } }]);
});

test('while the own system is silent the answer is UNKNOWN, in time, and soon nobody waits for it', async () => {
  const asked = await ownSystem(() => undefined, { LIBRARY_LIVE_MILLISECONDS: '200' });
  const service = await openTestService(library);
  await service.plant(...shelves());

  const begun = Date.now();
  const { data, errors } = await service.ask(lists, { of: [aCourse('one')] });
  const took = Date.now() - begun;
  await service.ask(lists, { of: [aCourse('two')] });
  const count = asked.length;
  await service.ask(lists, { of: [aCourse('three')] });

  expect(errors).toEqual([]);
  expect(data._entities[0].readingList[0]).toEqual({
    title: { bibId: 'lent', availability: { answer: 'UNKNOWN', onShelf: null } },
    availableThere: 'UNKNOWN',
    onShelf: null,
    copies: 1,
    checkedAt: '2026-10-01T00:00:00.000Z',
  });
  expect(took).toBeLessThan(8_000);
  expect(asked).toHaveLength(count);
});

test('a system that finds out step by step is asked again until it has told all, or the time is over', async () => {
  let steps = 0;
  const asked = await ownSystem((question) => {
    steps += 1;
    const isbns = [lent, shelved].slice(0, steps);
    return { ...now({ ...question, isbns }), session: 's1', continue: steps < 2 };
  });
  const service = await openTestService(library);
  await service.plant(...shelves());

  const { data } = await service.ask(lists, { of: [aCourse('one')] });
  const partial = () => ({ ...now({ isbns: [shelved] }), session: 's2', continue: true });
  await ownSystem(partial, { LIBRARY_LIVE_MILLISECONDS: '1500' });
  const partly = await service.ask(lists, { of: [aCourse('one')] });

  expect(asked.slice(0, 2).map(({ session }) => session)).toEqual([undefined, 's1']);
  expect(data._entities[0].readingList).toMatchObject([
    { availableThere: 'YES' },
    { availableThere: 'NO' },
  ]);
  expect(partly.data._entities[0].readingList).toMatchObject([
    { availableThere: 'YES' },
    { availableThere: 'UNKNOWN' },
  ]);
});

test.each([
  ['an answer of another shape', () => ({ titles: [{ isbn: lent }] })],
  [
    'counts below nothing',
    () => ({ titles: { [lent]: { 'house-north': { copies: -1, onShelf: 0 } } } }),
  ],
  ['a title that it does not know', () => ({ titles: {} })],
])('%s is silence', async (_, answer) => {
  await ownSystem(answer);
  const service = await openTestService(library);
  await service.plant(...shelves());

  const { data, errors } = await service.ask(lists, { of: [aCourse('one')] });

  expect(errors).toEqual([]);
  expect(data._entities[0].readingList[0].availableThere).toBe('UNKNOWN');
});

test('what was said is asked again after the seconds that were set, and kept by nobody else', async () => {
  const asked = await ownSystem(now, { LIBRARY_LIVE_SECONDS: '1' });
  const service = await openTestService(library);
  await service.plant(...shelves());
  const ask = () =>
    service.service.answer({
      query: '{ title(by: { bibId: "lent" }) { availability { answer } } }',
    });

  const first = await ask();
  await ask();
  const before = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await ask();
  delete process.env['LIBRARY_LIVE_URL'];
  const recorded = await ask();

  expect(first.cacheControl).toBe('no-store');
  expect([before, asked.length]).toEqual([1, 2]);
  expect(recorded).toMatchObject({ data: { title: { availability: { answer: 'YES' } } } });
  expect(recorded.cacheControl).toBeUndefined();
});
