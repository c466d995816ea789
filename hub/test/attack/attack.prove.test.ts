import { record } from '@manabi/bench/record';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { Anybody, type Asking } from './anybody.js';
import { attackOn, later, namesOfDifferent, seal } from './attack-on-city.js';
import { changeMuch } from './change-much.js';
import { everyDocument } from './documents-told.js';
import { drawPeople } from './draw-people.js';
import { answerAt, askedAt, formats } from './files-told.js';
import { asIfReal, insiders } from './known-to.js';
import { onePersonMore } from './one-more.js';

let city: TestCity;
let anybody: Anybody;

/** Figures of this run. */
const seeds: Record<string, object> = {};
const figures: Record<string, unknown> = { seeds };

beforeAll(async () => {
  city = await openTestCity();
  anybody = new Anybody(city);
}, 240_000);

// What a run that is broken off has shown until then stands all the same.
afterEach(() => record('attacks', figures));

afterAll(() => city.stop());

/** Every file of one city; of the others enough of each kind. */
const drawn: readonly (readonly [seed: number, files: number])[] = [
  ...[2, 3, 4, 5, 6].map((seed) => [seed, 5] as const),
  [1, Infinity],
];

test.each(drawn)(
  'nobody who asks a whole city everything, before and after one person more, learns few people (seed %i)',
  async (seed, files) => {
    const began = performance.now();
    await drawPeople(city, seed);

    const attacked = await attackOn({ city, anybody }, { levels: 2, files });

    seeds[seed] = { seconds: Math.round((performance.now() - began) / 1000), learned: attacked };
    expect(attacked['APPLICANTS']?.few).toBeGreaterThan(0);
    for (const { hidden, told } of Object.values(attacked)) expect(told).toBeGreaterThan(hidden);
  },
  900_000,
);

/** Tables of things and of people, as they are asked for first. */
const tables = [
  { measures: ['SEATS', 'OPPORTUNITIES'], dimensions: ['DEPARTMENT', 'DISTRICT'] },
  { measures: ['SESSIONS'], dimensions: ['MONTH', 'WEEKDAY', 'TIME_BAND'] },
  { measures: ['APPLICANTS'], dimensions: ['DEPARTMENT', 'MONTH'] },
  { measures: ['LOANS', 'VISITS'], dimensions: ['MONTH'] },
].map((each) => Object.assign({}, each, { countSamples: true }));

test('a table made again after 10,000 changes is equal in every form in which it is downloaded', async () => {
  await drawPeople(city, 7);
  await seal(city, later(0));
  const first = await Promise.all(tables.map((each) => tableOf(each)));
  const ids = first.map(({ id }) => id);
  const before = await madeAgain(ids);

  const changes = await changeMuch(city, 10_000);
  await seal(city, later(1));
  const next = await Promise.all(tables.map((each) => tableOf(each)));

  expect(changes).toBeGreaterThanOrEqual(10_000);
  expect(namesOfDifferent(before, await madeAgain(ids))).toEqual([]);
  for (const [at, { id, rows }] of next.entries()) {
    expect(id).not.toBe(ids[at]);
    if (at === 0) expect(rows).not.toEqual(first[at]?.rows);
  }
  figures['madeAgain'] = { changes, tables: ids.length, downloads: before.size };
}, 600_000);

/** A table as it is asked for first: refused ones have no id. */
async function tableOf(asked: object): Promise<{ readonly id: string; readonly rows: unknown }> {
  const { query } = question('statistics');
  const { statistics } = whole(await ask(city, { query, variables: { question: asked } }));
  return statistics;
}

/** Tables by their ids, in every form. */
async function madeAgain(ids: readonly string[]): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const id of ids) {
    const query = question('statistic-table').query.replace('$id: ID!', `$id: ID = "${id}"`);
    const list = '&list=statisticTable.rows';
    for (const said of ['', ...formats.map((format) => `&format=${format}${list}`)])
      told.set(`${id}${said}`, await answerAt(city, askedAt(query, said)));
  }
  return told;
}

test('nobody with a token learns by one person more what is not theirs to know', async () => {
  await drawPeople(city, 8);
  // From here on nothing is a sample any more: this stands last.
  await asIfReal(city);
  const asking = insiders(city);
  const before = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, asking: one } of asking) before.set(name, await toldTo(one));

  await onePersonMore(city);

  for (const { name, asking: one, without } of asking) {
    const clean = (told: ReadonlyMap<string, string>) =>
      new Map([...told].map(([root, text]) => [root, without(text)]));
    const after = clean(await toldTo(one));
    const different = namesOfDifferent(clean(before.get(name) ?? new Map()), after);
    expect({ name, different }).toEqual({ name, different: [] });
  }
  figures['insiders'] = asking.map(({ name }) => name);
}, 900_000);

const toldTo = async (asking: Asking): Promise<Map<string, string>> =>
  new Map([
    ...(await asking.askEverything(1)),
    ...(await everyDocument(asking, 'public')),
    ...(await everyDocument(asking, 'department')),
  ]);
