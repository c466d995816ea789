import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ListId } from '@manabi/kit/import/list/lists';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { municipality } from '../../src/city/municipality.js';
import { templateOf } from '../../src/command/template.js';
import type { ImportResult } from '../../src/import/import-request.js';
import { type OpenPlaces, openPlaces } from '../../src/import/open-places.js';
import { type ListLine, filledList } from '../../src/import/list-file.builder.js';
import { importFile } from '../../src/import/run-import.js';
import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { filledLists, listProofs } from './imported-lists.js';
import { afterBook, casesByTheme } from './library-view.js';

const files = ['132292_book.csv', '132292_reference_case.csv'] as const;

let city: TestCity;
let places: OpenPlaces;
let gathered: Gathered;
const results: ImportResult[] = [];
const listed: [list: string, state: string, taken: number][] = [];

/** Other files of the tests, and forms that departments filled; what they hold is the whole city. */
const others = ['132292_public_facility.csv', '132292_event.csv', '132292_cultural_property.csv'];
const forms = {
  person:
    'P-1,見本 あかり,ミホン アカリ,講師,介護を教えます。,369.26,,6,99,,月 09:00-17:00,0,有,akari@example.invalid,,2026-09-01',
  group:
    'G-1,見本合唱団,ミホンガッショウダン,歌います。,76,12,500,有,こだま公民館,g@example.invalid,,2026-09-01',
  desk: 'D-1,介護の相談,カイゴノソウダン,介護の相談です。,369,公民館,こだま公民館,月 09:00-17:00,不要,2,042-999-0002,https://www.example.jp/,2026-09-01',
} as const;

const take = (file: string): Promise<ImportResult> =>
  takeFrom(join(import.meta.dirname, '../files', file));

const takeFrom = (file: string, confirmed = false): Promise<ImportResult> =>
  importFile(places, {
    file,
    mode: 'full',
    dryRun: false,
    confirmed,
    scope: municipality,
    reports: join(city.home.folder, 'deliveries'),
    onProgress() {},
  });

const takeList = (id: ListId, line: ListLine, confirmed = false): Promise<ImportResult> => {
  const file = join(city.home.folder, `${id}.csv`);
  writeFileSync(file, filledList(id, [line]));
  return takeFrom(file, confirmed);
};

beforeAll(async () => {
  city = await openTestCity({ empty: true });
  places = await openPlaces(departments, (service) => city.databases.urlOf(service));
  for (const file of files) results.push(await take(file));
  for (const file of others) await take(file);
  for (const [kind, line] of Object.entries(forms)) {
    const file = join(city.home.folder, `${kind}.csv`);
    writeFileSync(file, templateOf(kind) + line);
    await takeFrom(file);
  }
  // Lists name events, so the events must be known.
  await city.services.catchUp();
  for (const [id, line] of filledLists) {
    const { state, summary } = await takeList(id, line);
    listed.push([id, state, summary.taken + summary.repaired]);
  }
  await city.services.catchUp();
  gathered = await gather(city);
});

afterAll(async () => {
  await gathered.close();
  await places.close();
  await city.stop();
});

test('books and cases of the files are taken, and the row that tells of a private person is not', async () => {
  const counted = results.map(({ state, summary }) => [
    state,
    summary.taken + summary.repaired,
    summary.setAside,
  ]);
  const kept = await city.sql('library', 'select to_jsonb(c)::text as row from reference_case c');

  expect(counted).toEqual([
    ['APPLIED', 2, 0],
    ['APPLIED', 2, 1],
  ]);
  expect(results[1]?.summary.codes).toMatchObject({ PERSONAL_TRACE: 1 });
  expect(JSON.stringify(kept)).not.toMatch(/5678|社会人|学生/);
});

test('every list that departments filled is taken', () => {
  expect(listed).toEqual(filledLists.map(([id]) => [id, 'APPLIED', 1]));
});

test('the same files again change nothing', async () => {
  const again: string[] = [];
  for (const file of files) again.push((await take(file)).state);

  expect(again).toEqual(['UNCHANGED', 'UNCHANGED']);
});

test.each([
  ['36', '介護', 1],
  ['80', '手話', 1],
  ['3', '書架', 0],
])(
  'on imported files alone the theme %s leads to its cases and their sources',
  async (code, text, found) => {
    const answer = whole(
      await ask(city, { ...question('p22'), variables: { code, ndc: code, text } }),
    );

    expect(answer).toEqual(await gathered.value(casesByTheme, [code, text]));
    expect(answer.referenceCases.edges).toHaveLength(found);
    expect(answer.subject.referenceCases.edges.length).toBeGreaterThan(0);
  },
);

test('on imported files alone a book leads to the question that was answered with it', async () => {
  const isbn = '9784003101018';
  const { title } = whole(await ask(city, { ...question('q16'), variables: { isbn } }));

  expect(title).toEqual(await gathered.value(afterBook, [isbn]));
  expect(title.citedIn).toHaveLength(1);
});

const listOf = (from: string, shown: string): Promise<unknown> =>
  gathered.value(`select coalesce(jsonb_agg(${shown}), '[]') from (${from}) r`);

test('P2: on imported files alone the calendar tells what closes when', async () => {
  const from = '2031-01-01T00:00:00+09:00';
  const variables = { in: { from, to: '2032-01-01T00:00:00+09:00' } };
  const { applicationCalendar } = whole(await ask(city, { ...question('p2'), variables }));

  const told = applicationCalendar.lines.edges.map(
    ({ node }: { node: { event: string; at: string; title: { ja: string } } }) => [
      node.event,
      node.at,
      node.title.ja,
    ],
  );
  const closing = `select * from every_offer where apply_closes_at >= '${from}' order by apply_closes_at, id`;
  const shown = `jsonb_build_array('CLOSES', iso(apply_closes_at), title -> 'ja')`;
  expect(told).toEqual(await listOf(closing, shown));
  expect(told.length).toBeGreaterThan(2);
});

test('P3: on imported files alone a theme leads to books and answered questions, and to desks where no audience is asked', async () => {
  const now = '2026-12-14T14:00:00+09:00';
  const variables = { scheme: 'NDC', code: '36', audience: 'SENIOR', now };
  const { subject } = whole(await ask(city, { ...question('p3'), variables }));
  const anybody = `{ subject(scheme: "NDC", code: "36") { desks(openAt: "${now}") { name { ja } venue { name { ja } } } } }`;
  const { desks } = whole(await ask(city, { query: anybody })).subject;

  const titles = `select * from library.title where subject_keys @> '[{"code": "369.26"}]'`;
  expect(subject.titles.edges.map(({ node }: { node: { bibId: string } }) => node.bibId)).toEqual(
    await listOf(titles, 'bib_id'),
  );
  expect(subject.referenceCases.edges).toHaveLength(1);
  // The form does not ask for whom a desk is.
  expect(subject.desks).toEqual([]);
  const kept = await listOf('select * from center.desk', `jsonb_build_object('ja', name -> 'ja')`);
  expect(desks.map(({ name }: { name: object }) => name)).toEqual(kept);
  expect(desks).toMatchObject([{ venue: { name: { ja: 'こだま公民館' } } }]);
});

test('P6: on imported files alone the circles of a field are found, with where they meet', async () => {
  const variables = { subject: { scheme: 'NDC', code: '76' }, acceptsBeginners: 'YES' };
  const { groups } = whole(await ask(city, { ...question('p6'), variables }));

  const told = groups.edges.map(({ node }: { node: { id: string; venue: { code: string } } }) => [
    node.id,
    node.venue.code,
  ]);
  const kept = await listOf(
    'select * from center.learning_group',
    'jsonb_build_array(id, venue_code)',
  );
  expect(told).toEqual(kept);
  expect(told).toHaveLength(1);
});

test('P12: on imported files alone a child of 18 months finds what is for its age', async () => {
  const { opportunities } = whole(
    await ask(city, { ...question('p12'), variables: { months: 18 } }),
  );

  const told = opportunities.edges.map(({ node }: { node: { id: string } }) => node.id);
  const fits = `select * from every_offer where audiences && '{PARENT_CHILD,INFANT}'
    and coalesce((ages ->> 'minMonths')::integer, 0) <= 18
    and coalesce((ages ->> 'maxMonths')::integer, 18) >= 18 order by starts_at, id`;
  expect(told).toEqual(await listOf(fits, 'id'));
  expect(told.length).toBeGreaterThan(0);
});

test('P15: on imported files alone each cultural property tells where it is and what it counts as', async () => {
  const properties = await city.sql<{ code: string; name: string; facility: string | null }>(
    'center',
    `select code, name ->> 'ja' as name, facility_code as facility from cultural_property order by code`,
  );

  for (const { code, name, facility } of properties) {
    const { culturalProperty } = whole(
      await ask(city, { ...question('p15'), variables: { code } }),
    );
    expect(culturalProperty.name.ja).toBe(name);
    expect(culturalProperty.facility?.code ?? null).toBe(facility);
    expect(culturalProperty.designations.length).toBeGreaterThan(0);
    expect(culturalProperty.provenance.sample).toBe(false);
  }
  expect(properties).toHaveLength(2);
});

listProofs(() => ({ city, gathered, take: (list, line) => takeList(list, line, true) }));
