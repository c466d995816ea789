import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { finishBrokenOff } from '../../src/city/finish-broken-off.js';
import { municipality } from '../../src/city/municipality.js';
import type { ImportResult } from '../../src/import/import-request.js';
import { type OpenPlaces, openPlaces } from '../../src/import/open-places.js';
import { markOverdue } from '../../src/delivery/mark-overdue.js';
import { importFile } from '../../src/import/run-import.js';
import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { filledFiles } from '../files/filled-lists.js';
import { comparable, expectedFacility } from './facility.js';
import { expectedEdges, expectedFacets } from './found.js';
import { courseBooks } from './reading-view.js';
import { affected } from './residents-view.js';
import { affectedOf } from './told-affected.js';
import { freeCourts, freeStudyRooms } from './rooms-view.js';

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
const lists: ImportResult[] = [];

const take = (file: string): Promise<ImportResult> =>
  takeFrom(join(import.meta.dirname, '../files', file));

const takeFrom = (file: string, { confirmed = false } = {}): Promise<ImportResult> =>
  importFile(places, {
    file,
    mode: 'full',
    dryRun: false,
    confirmed,
    scope: municipality,
    reports: join(city.home.folder, 'deliveries'),
    onProgress() {},
  });

beforeAll(async () => {
  city = await openTestCity({ empty: true });
  places = await openPlaces(departments, (service) => city.databases.urlOf(service));
  for (const file of files) results.set(file, await take(file));
  await take('132292_book.csv');
  for (const file of filledFiles(city.home.folder)) lists.push(await takeFrom(file));
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

test('the same files again tell only what is known since then, and once more nothing', async () => {
  const before = await sessionsByRoom();
  const [again, onceMore] = [await takeAll(), await takeAll()];
  const after = await sessionsByRoom();

  // The list of rooms came after the events: now their sessions name the rooms in which they are.
  expect(again).toEqual(['UNCHANGED', 'UNCHANGED', 'APPLIED', 'UNCHANGED']);
  expect(onceMore).toEqual(files.map(() => 'UNCHANGED'));
  expect(before.map(({ room }) => room).filter((room) => room !== null)).toEqual([]);
  expect(after.map(({ room }) => room).filter((room) => room !== null)).not.toEqual([]);
  expect(after.map(({ session }) => session)).toEqual(before.map(({ session }) => session));
});

/** The sessions that the list of events brought, each with all that it says, and the room in which it is. */
const sessionsByRoom = (): Promise<{ session: object; room: string | null }[]> =>
  places.em('kominkan').execute(
    `select to_jsonb(s) - 'room_id' - 'said' as session, s.room_id as room
     from session s join course c on c.id = s.course_id
     where starts_with(c.source_key, '132292_event#') order by s.id`,
  );

/** Takes the four files once more; answers what became of each. */
async function takeAll(): Promise<string[]> {
  const states: string[] = [];
  for (const file of files) states.push((await take(file)).state);
  return states;
}

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
      events: ['はじめての俳句', '介護の学び', 'まちの環境を学ぶ', '公民館まつり'],
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

test('every row of the lists of rooms, groups, copies and branches is taken', () => {
  const told = lists.map(({ state, summary }) => [state, summary.setAside, summary.codes]);

  // The sample line of each form is all that is left out.
  expect(told.filter(([state, aside]) => state !== 'APPLIED' || aside !== 1)).toEqual([]);
});

test('P4: on imported files alone a course leads to books on its subject, and to the copy at the nearest branch', async () => {
  const [{ id }] = (await city.sql(
    'kominkan',
    `select id from course where title ->> 'ja' = '介護の学び'`,
  )) as [{ id: string }];
  const { course } = whole(await ask(city, { ...question('p4'), variables: { course: id } }));

  expect(course).toEqual(await gathered.value(courseBooks, [id]));
  expect(course.readingList).toMatchObject([
    { branch: { name: { ja: 'ひばり図書館' } }, availableThere: 'YES', onShelf: 1 },
  ]);
});

test('on imported files alone what is for beginners is found by its level', async () => {
  const query = `query ($levels: [LearningLevel!]) { opportunities(filter: { levels: $levels }) { edges { node {
    ... on Course { title { ja } level } } } } }`;
  const told = async (levels: string[]) =>
    whole(await ask(city, { query, variables: { levels } })).opportunities.edges;

  expect(await told(['BEGINNER'])).toEqual([
    { node: { title: { ja: '介護の学び' }, level: 'BEGINNER' } },
  ]);
  expect(await told(['ADVANCED'])).toEqual([]);
});

const evening = { from: '2031-04-08T18:30:00+09:00', to: '2031-04-08T22:00:00+09:00' };
const april = { from: '2031-04-01T00:00:00+09:00', to: '2031-05-01T00:00:00+09:00' };

/** The rooms and courts that P8 finds, without the ids of their slots, of which the databases know nothing. */
async function freeRooms() {
  const asked = question('p8');
  const answer = whole(
    await ask(city, { ...asked, variables: { ...asked.variables, free: evening, days: april } }),
  );
  const told = JSON.stringify([answer.studyRooms.edges, answer.courts.edges]);
  return JSON.parse(told.replaceAll(/"id":"[\w-]{30,}",/g, ''));
}

test('P8: on imported files alone free rooms and courts are found, with lotteries and odds, until the list names them no more', async () => {
  const [rooms, courts] = await freeRooms();

  const sql = (equipment: string) => [
    30,
    [equipment],
    evening.from,
    evening.to,
    april.from,
    april.to,
    2,
    '18:00',
    '22:00',
  ];
  expect(rooms).toEqual(await gathered.value(freeStudyRooms, sql('プロジェクター')));
  expect(courts).toEqual(await gathered.value(freeCourts, sql('卓球台')));
  // The other room is taken by the circle.
  expect(rooms).toMatchObject([
    {
      node: {
        name: { ja: '第1学習室' },
        nextLotteries: [{ month: '2031-04' }],
        odds: [{ applied: 20, won: 5 }],
      },
    },
  ]);
  expect(courts).toMatchObject([{ node: { name: { ja: '第一体育室' }, kind: 'GYM' } }]);
});

test('P24: on imported files alone a closure tells what it hits, which circle meets there, and what waits on the shelf', async () => {
  const span = { from: '2031-05-01T00:00:00+09:00', to: '2031-05-28T00:00:00+09:00' };
  const impactOf = async (name: string) => {
    const [{ code }] = (await city.sql(
      'center',
      `select code from facility where name ->> 'ja' = $1`,
      [name],
    )) as [{ code: string }];
    const variables = { facility: code, in: span, from: span.from };
    const { facility } = whole(await ask(city, { ...question('p24'), variables }));
    const expected = await gathered.value(affected, [code, span.from, span.to]);
    expect(affectedOf(facility.affected)).toEqual(expected);
    return facility;
  };

  const hall = await impactOf('こだま公民館');
  const library = await impactOf('ひばり図書館');

  const users = hall.studyRooms.flatMap((room: { regularUsers: object[] }) => room.regularUsers);
  expect(users).toMatchObject([
    {
      group: { name: { ja: '見本合唱団' } },
      weekday: 2,
      alternatives: [{ room: { name: { ja: '第1学習室' } } }],
    },
  ]);
  expect(library.branch.pickupShelf).toMatchObject({ offered: 'YES', waiting: 1 });
  expect(library.branch.programs.edges).not.toEqual([]);
});

test('what the next list of rooms names no more is let no more', async () => {
  const [, file = ''] = filledFiles(city.home.folder);
  const { length } = (await freeRooms())[0];
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^1,.*\r\n/mu, ''));

  await takeFrom(file, { confirmed: true });

  expect([length, (await freeRooms())[0]]).toEqual([1, []]);
});

test('what an import that was decided left to do is done when a city starts, and nothing where nobody decided', async () => {
  const [decided, undecided] = [randomUUID(), randomUUID()];
  const stage = (service: string, run: string) =>
    city.sql(
      service,
      `insert into delivery (dataset, mode, file_name, run) values ('broken-off', 'delta', 'broken-off.csv', $1)`,
      [run],
    );
  const stateOf = async (service: string, run: string) =>
    (await city.sql(service, 'select state from delivery where run = $1', [run]))[0];
  const start = () => finishBrokenOff((service) => city.databases.urlOf(service));
  expect(await start()).toBe(0);

  await city.sql('center', 'insert into delivery_decision (run) values ($1)', [decided]);
  await stage('kominkan', decided);
  await stage('sports', decided);
  await stage('sports', undecided);

  expect(await start()).toBe(2);
  expect(await stateOf('kominkan', decided)).toEqual({ state: 'UNCHANGED' });
  expect(await stateOf('sports', decided)).toEqual({ state: 'UNCHANGED' });
  expect(await stateOf('sports', undecided)).toEqual({ state: 'STAGING' });
});
