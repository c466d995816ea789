import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { municipality } from '../../src/city/municipality.js';
import type { ImportResult } from '../../src/import/import-request.js';
import { type OpenPlaces, openPlaces } from '../../src/import/open-places.js';
import { markOverdue } from '../../src/delivery/mark-overdue.js';
import { importFile } from '../../src/import/run-import.js';
import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { comparable, expectedFacility } from './facility.js';
import { expectedEdges, expectedFacets } from './found.js';

const files = [
  '132292_public_facility.csv',
  '132292_evacuation_space.csv',
  '132292_event.csv',
  'base_registry_event.csv',
] as const;

let city: TestCity;
let places: OpenPlaces;
let gathered: Gathered;
const results = new Map<string, ImportResult>();

const take = (file: string): Promise<ImportResult> =>
  importFile(places, {
    file: join(import.meta.dirname, '../files', file),
    mode: 'full',
    dryRun: false,
    confirmed: false,
    scope: municipality,
    reports: join(city.home.folder, 'deliveries'),
    onProgress() {},
  });

beforeAll(async () => {
  city = await openTestCity({ empty: true });
  places = await openPlaces(departments, (service) => city.databases.urlOf(service));
  for (const file of files) results.set(file, await take(file));
  await city.services.catchUp();
  gathered = await gather(city);
});

afterAll(async () => {
  await gathered.close();
  await places.close();
  await city.stop();
});

const p1 = question('p1');
const p7 = question('p7');

test('every row of the four files is taken, but for the one of another city', () => {
  const counted = files.map((file) => {
    const { state, summary, venues } = results.get(file) ?? {};
    return [state, (summary?.taken ?? 0) + (summary?.repaired ?? 0), summary?.setAside, venues];
  });

  const nowhere = { connected: 0, queued: 0, outside: 0 };
  expect(counted).toEqual([
    ['APPLIED', 4, 1, nowhere],
    ['APPLIED', 2, 0, nowhere],
    ['APPLIED', 6, 0, { connected: 6, queued: 0, outside: 0 }],
    ['APPLIED', 3, 0, { connected: 3, queued: 0, outside: 0 }],
  ]);
});

test('the same files again change nothing', async () => {
  const again: string[] = [];
  for (const file of files) again.push((await take(file)).state);

  expect(again).toEqual(files.map(() => 'UNCHANGED'));
});

test('what adults can apply for is found on imported files alone', async () => {
  const { opportunities } = whole(await ask(city, p1));

  expect(opportunities.edges).toEqual(await expectedEdges(gathered));
  expect(opportunities.facets).toEqual(await expectedFacets(gathered));
  const found = opportunities.edges.map(
    ({ title, node }: { title: { ja: string }; node: { __typename: string; venue: unknown } }) => [
      title.ja,
      node.__typename,
    ],
  );
  expect(found).toEqual([
    ['はじめての俳句', 'Course'],
    ['夜のヨガ', 'SportsClass'],
    ['フレイル予防講座', 'CareProgram'],
    ['まちの環境を学ぶ', 'ExternalOffering'],
    ['ラケット教室', 'SportsClass'],
    ['ひばりの読書会', 'LibraryProgram'],
  ]);
  const [haiku] = opportunities.edges;
  expect(haiku).toMatchObject({
    department: 'kominkan',
    startsAt: '2031-05-10T01:00:00.000Z',
    applicationState: 'OPEN',
    sample: false,
    node: { fee: { kind: 'PAID', yen: 500 }, seats: { capacity: 20 } },
  });
  expect(haiku.node.venue.name.ja).toBe('こだま公民館');
});

test('each facility of the files answers with its events and with what it is in a disaster', async () => {
  const facilities = await city.sql<{ code: string; name: string }>(
    'center',
    `select code, name ->> 'ja' as name from facility order by source_key`,
  );
  const seen = new Map<string, { disaster: unknown; events: string[] }>();

  for (const { code, name } of facilities) {
    const answer = whole(await ask(city, { ...p7, variables: { code } }));
    const expected = await expectedFacility(gathered, code);
    expect(comparable(answer, expected.facility)).toEqual(expected);
    const events = answer.opportunities.edges.map(
      ({ title }: { title: { ja: string } }) => title.ja,
    );
    seen.set(name, { disaster: answer.facility.disasterRole?.kind ?? null, events });
  }

  expect(Object.fromEntries(seen)).toEqual({
    こだま公民館: {
      disaster: null,
      events: ['はじめての俳句', 'まちの環境を学ぶ', '公民館まつり'],
    },
    けやきの森体育館: { disaster: null, events: ['夜のヨガ', 'ラケット教室'] },
    ひばり図書館: { disaster: null, events: ['おはなし会', 'ひばりの読書会'] },
    ふれあい保健ホール: { disaster: null, events: ['フレイル予防講座'] },
    こもれび第九小学校: { disaster: 'EVACUATION_SITE', events: [] },
  });
});

test('a data set whose delivery is overdue is stale to everybody who asks, until it is there', async () => {
  const urlOf = (service: string): string => city.databases.urlOf(service);
  const staleOnes = async (): Promise<string[]> => {
    await city.services.catchUp();
    const { opportunities } = whole(
      await ask(city, {
        query: `{ opportunities(first: 50) { edges { node { ... on Course { title { ja } provenance { dataset stale } } } } } }`,
      }),
    );
    return opportunities.edges.flatMap(
      ({ node }: { node: { title?: { ja: string }; provenance?: { stale: boolean } } }) =>
        node.provenance?.stale ? [node.title?.ja] : [],
    );
  };
  const since = new Date(Date.now() - 60_000).toISOString();
  const standing = {
    department: 'kominkan',
    dataset: '132292_event',
    kind: 'LATE',
    since,
  } as const;

  await markOverdue(urlOf, [{ ...standing, lastGood: null, sentence: '' }]);
  const late = await staleOnes();
  await markOverdue(urlOf, []);

  expect([late.length > 0, await staleOnes()]).toEqual([true, []]);
});
