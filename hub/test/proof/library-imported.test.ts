import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { municipality } from '../../src/city/municipality.js';
import type { ImportResult } from '../../src/import/import-request.js';
import { type OpenPlaces, openPlaces } from '../../src/import/open-places.js';
import { importFile } from '../../src/import/run-import.js';
import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { afterBook, casesByTheme } from './library-view.js';

const files = ['132292_book.csv', '132292_reference_case.csv'] as const;

let city: TestCity;
let places: OpenPlaces;
let gathered: Gathered;
const results: ImportResult[] = [];

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
  for (const file of files) results.push(await take(file));
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
