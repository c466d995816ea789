import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { sourceLines } from '../src/pull/source-state.js';
import { ask, question, whole } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { type Vendor, startVendor } from './start-vendor.js';
import { VendorWays, askLive, askLiveNoMore, withoutOwnIds } from './vendor-ways.js';

const p4 = question('p4');

let vendor: Vendor;
let city: TestCity;
/** The same city with the vendor's subgraph in the place of the library. */
let own: TestCity;
let ways: VendorWays;
let courses: string[];

beforeAll(async () => {
  vendor = await startVendor();
  city = await openTestCity();
  own = await openTestCity({ own: [await vendor.subgraph()], gateway: { deadline: 8_000 } });
  ways = await VendorWays.open(city, vendor);
  const rows = await city.sql<{ id: string }>(
    'kominkan',
    'select id from course order by id limit 20',
  );
  courses = [String(p4.variables['course']), ...rows.map(({ id }) => id)];
});

afterAll(async () => {
  await ways.close();
  await own.stop();
  await city.stop();
  await vendor.stop();
});

beforeEach(async () => {
  askLive(vendor, 8_000);
  await ways.empty();
});

afterEach(askLiveNoMore);

/** What P4 says of every course of the city. */
async function everyCourse(asked: TestCity = city): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const course of courses)
    answers.push(withoutOwnIds(whole(await ask(asked, { ...p4, variables: { course } })).course));
  return answers;
}

test('P4 gives the same answer by a file, by pages, by a feed and by a subgraph of the library’s own', async () => {
  await ways.byFile();
  const byFile = await everyCourse();
  await ways.empty();
  const none = await everyCourse();
  await ways.byPages();
  const byPages = await everyCourse();
  await ways.empty();
  await ways.byFeed();
  const byFeed = await everyCourse();
  const bySubgraph = await everyCourse(own);

  expect(byPages).toEqual(byFile);
  expect(byFeed).toEqual(byFile);
  expect(bySubgraph).toEqual(byFile);
  const lists = JSON.stringify(byFile);
  expect(lists).toContain('架空の');
  expect(lists).toContain('"availableThere":"YES"');
  expect(lists).toContain('"availableThere":"NO"');
  expect(lists).toContain('"checkedAt":"2026-11-20T00:00:00.000Z"');
  expect(JSON.stringify(none)).not.toContain('availableThere');
}, 240_000);

test('a source that pulled the same again changes nothing, and what its feed deletes is withdrawn once confirmed', async () => {
  const first = await ways.byFeed();
  const again = await ways.byFeed();
  await vendor.withdraw('vendor-1');
  const waiting = await ways.byFeed();
  const confirmed = await ways.byFeed(true);
  const withdrawn = await city.sql(
    'library',
    'select title from title where withdrawn_at is not null',
  );

  expect(first.result?.state).toBe('APPLIED');
  expect(again.result).toBeUndefined();
  expect(waiting.result?.state).toBe('WAITING');
  expect(confirmed.result?.state).toBe('APPLIED');
  expect(withdrawn).toMatchObject([{ title: { ja: '架空の本を読む会' } }]);
});

test('pages that cannot be read leave what is there, and are told with the source', async () => {
  await ways.byPages();
  const before = await city.sql('library', 'select count(*) from title');
  const { url } = vendor;

  Object.assign(vendor, { url: `${url}/nowhere` });
  await expect(ways.byPages()).rejects.toMatchObject({ code: 'REFUSED' });
  Object.assign(vendor, { url });

  expect(await city.sql('library', 'select count(*) from title')).toEqual(before);
  const told = sourceLines(city.home, new Date()).find((line) =>
    line.startsWith('library-books-rest'),
  );
  expect(told).toContain('REFUSED');
  expect(told).toContain('answered with status 404');
});

test('while the vendor’s system hangs, copies are UNKNOWN and all else is answered', async () => {
  await ways.byFile();
  const before = whole(await ask(city, p4)).course;
  askLive(vendor, 400);
  await vendor.hang(6_000);

  const during = whole(await ask(city, p4)).course;
  await vendor.hang(0);

  expect(during.title).toEqual(before.title);
  expect(during.venue).toEqual(before.venue);
  const titles = (course: typeof before) =>
    course.readingList.map(({ title }: { title: { bibId: string } }) => title.bibId).toSorted();
  expect(titles(during)).toEqual(titles(before));
  expect(during.readingList.length).toBeGreaterThan(0);
  for (const { availableThere, onShelf } of during.readingList)
    expect([availableThere, onShelf]).toEqual(['UNKNOWN', null]);
});

test('while a subgraph of the library’s own hangs, only its fields are missing, and the answer names it', async () => {
  const before = whole(await ask(own, p4)).course;
  await vendor.hang(30_000);

  const begun = Date.now();
  const during = await ask(own, p4);
  const took = Date.now() - begun;
  await vendor.hang(0);

  const { readingList, subjects, ...rest } = during.data.course;
  expect({ ...rest, readingList: null, subjects: null }).toEqual({
    ...before,
    readingList: null,
    subjects: null,
  });
  expect(readingList).toBeNull();
  expect(subjects.map(({ code }: { code: string }) => code)).toEqual(
    before.subjects.map(({ code }: { code: string }) => code),
  );
  expect(during.extensions?.departments).toMatchObject([
    { name: 'library', reason: 'DEADLINE_EXCEEDED' },
  ]);
  expect(took).toBeLessThan(25_000);
}, 120_000);
