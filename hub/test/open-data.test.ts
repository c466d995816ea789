import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { linesOf } from '@manabi/kit/import/table';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { municipality } from '../src/city/municipality.js';
import type { ImportResult } from '../src/import/import-request.js';
import { type OpenPlaces, openPlaces } from '../src/import/open-places.js';
import { importFile } from '../src/import/run-import.js';
import { ask } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';

let sample: TestCity;
let empty: TestCity;
let places: OpenPlaces;
let own: OpenPlaces;

beforeAll(async () => {
  sample = await openTestCity();
  empty = await openTestCity({ empty: true });
  places = await openPlaces(departments, (service) => empty.databases.urlOf(service));
  own = await openPlaces(departments, (service) => sample.databases.urlOf(service));
  // Two whole cities take their time on a machine that does other things too.
}, 300_000);

afterAll(async () => {
  await places?.close();
  await own?.close();
  await empty?.stop();
  await sample?.stop();
});

async function exported(city: TestCity, file: string): Promise<Buffer> {
  const response = await fetch(`${city.door.url}/open-data/132292_${file}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${response.status} ${bytes.toString()}`);
  return bytes;
}

/** Imports a file as a department would deliver it. */
async function take(
  into: OpenPlaces,
  { name, bytes, dataset = name }: { name: string; bytes: Buffer; dataset?: string },
): Promise<ImportResult> {
  const file = join(empty.home.folder, `132292_${name}.csv`);
  writeFileSync(file, bytes);
  const result = await importFile(into, {
    file,
    dataset: `132292_${dataset}`,
    mode: 'full',
    dryRun: false,
    confirmed: true,
    scope: municipality,
    reports: join(empty.home.folder, 'deliveries'),
    onProgress() {},
  });
  await empty.services.catchUp();
  return result;
}

/** The rows of a file without some of its columns. */
async function without(bytes: Buffer, headers: readonly string[]): Promise<string[][]> {
  const file = join(empty.home.folder, 'looked-at.csv');
  writeFileSync(file, bytes);
  const lines: (readonly string[])[] = [];
  const format = { encoding: { label: 'utf-8', name: 'UTF-8' }, delimiter: ',' } as const;
  for await (const { cells } of linesOf(file, format)) lines.push(cells);
  const left = new Set(headers.map((header) => lines[0]?.indexOf(header)));
  return lines.map((cells) => cells.filter((_, place) => !left.has(place)));
}

const from = 'from=2020-01-01';

test.each([
  ['public_facility', 'public_facility', ''],
  ['public_facility', 'public_facility', 'edition=2026'],
  ['event', 'event', from],
  ['base_registry_event', 'event', from],
  ['event', 'event', `${from}&encoding=cp932`],
  ['preschool', 'preschool', ''],
  ['preschool', 'preschool', 'edition=2026'],
  ['cultural_property', 'cultural_property', ''],
  ['cultural_property', 'cultural_property', 'edition=2026'],
  ['event', 'event', `${from}&edition=2026`],
  ['title', 'title', ''],
  ['evacuation_space', 'evacuation_space', ''],
  ['evacuation_space', 'evacuation_space', 'edition=2026'],
  ['population', 'population', ''],
  ['population', 'population', 'edition=2026'],
])(
  '%s imported into an empty city without a repair is published there byte for byte (as %s, %s)',
  async (name, dataset, query) => {
    const before = await exported(sample, `${name}.csv?${query}`);

    const { summary } = await take(places, { name, bytes: before, dataset });
    const after = await exported(empty, `${name}.csv?${query}`);

    expect(summary).toMatchObject({ repaired: 0, setAside: 0 });
    expect(after.equals(before)).toBe(true);
  },
);

test('our own list of courses comes back whole, but for the places left and the districts, which each city knows by itself', async () => {
  const before = await exported(sample, `course.csv?${from}`);

  const { summary } = await take(places, { name: 'course', bytes: before, dataset: 'event' });
  const after = await exported(empty, `course.csv?${from}`);

  expect(summary).toMatchObject({ repaired: 0, setAside: 0 });
  const own = ['残席数', '小学校区コード', '小学校区'];
  expect(await without(after, own)).toEqual(await without(before, own));
  expect(before.toString()).toContain('小学校区,');
  expect(before.toString()).toMatch(/,D\d\d,[^,]+小学校区,/u);
});

test.each(['group', 'desk', 'person'])(
  'the list of each %s is read back as the common entry form that it is',
  async (name) => {
    const before = await exported(sample, `${name}.csv`);

    const { summary } = await take(places, { name, bytes: before });
    const after = await exported(empty, `${name}.csv`);

    expect(summary).toMatchObject({ repaired: 0, setAside: 0 });
    // A real city begins without school districts, so it cannot know where people would go.
    const districts = ['活動できる小学校区'];
    expect(await without(after, districts)).toEqual(await without(before, districts));
  },
);

test('the questions that libraries answered come back whole, but for the branch, which a real city begins without', async () => {
  const before = await exported(sample, 'reference_case.csv');

  const { summary } = await take(places, { name: 'reference_case', bytes: before });
  const after = await exported(empty, 'reference_case.csv');
  const echo = await take(own, { name: 'echoed_case', bytes: before });

  expect(summary).toMatchObject({ repaired: 0, setAside: 0 });
  const branch = ['提供館'];
  expect(await without(after, branch)).toEqual(await without(before, branch));
  expect(echo.summary.codes).toEqual({ PUBLISHED_HERE: summary.taken });
});

test('examples stay examples in the city that imports them', async () => {
  const counted = await empty.sql(
    'center',
    `select count(*)::integer as all, count(*) filter (where sample)::integer as samples
     from opportunity_search`,
  );

  expect(counted).toEqual([{ all: 177, samples: 177 }]);
});

test('a city takes nothing over from what it published itself', async () => {
  const bytes = await exported(sample, `event.csv?${from}`);
  const rows = () => sample.sql('kominkan', 'select * from course order by id');
  const before = await rows();

  const { summary, state } = await take(own, { name: 'echo', bytes });

  expect(state).toBe('UNCHANGED');
  expect(summary.codes).toEqual({ PUBLISHED_HERE: summary.setAside });
  expect(await rows()).toEqual(before);
});

test('a file says when it has not changed, and what a reader did not ask rightly', async () => {
  const address = `${sample.door.url}/open-data/132292_event.csv`;
  const first = await fetch(address, { method: 'HEAD' });
  const etag = first.headers.get('etag') ?? '';

  const again = await fetch(address, { headers: { 'if-none-match': etag } });
  const wrong = await fetch(`${address}?colour=red&kind=PARTY`);
  const words = await wrong.text();

  expect([first.status, again.status, wrong.status]).toEqual([200, 304, 400]);
  expect(words).toContain('colour という条件はこのファイルにありません');
  expect(words).toContain('kind=PARTY は使えません');
  expect(words).toContain('edition：older');
});

test('what a file is narrowed to is what the search finds', async () => {
  const all = await exported(sample, 'event.csv?kind=COURSE&department=kominkan&text=絵本');

  const lines = all.toString().trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => line.includes('絵本') && line.includes('公民館'))).toBe(
    true,
  );
});

test('the files are listed for people and for machines, by the department that answers for each', async () => {
  const page = await (await fetch(`${sample.door.url}/open-data`)).text();
  const catalogue = await (await fetch(`${sample.door.url}/open-data/catalog.jsonld`)).text();

  expect(page).toMatch(/\d+件（見本を含む）/u);
  expect(page).toContain('社会教育課（文化財）');
  expect(catalogue).toContain('132292_cultural_property.csv?edition=older&encoding=cp932');
});

test('pages of 500 are for what writes whole files; whoever else asks for one, and says it may, is refused', async () => {
  const asked = {
    query: '{ opportunities(first: 500) { edges { cursor } } }',
    extensions: { longPages: true },
  };

  const { data, errors } = await ask(sample, asked);

  expect(data?.opportunities ?? null).toBeNull();
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});
