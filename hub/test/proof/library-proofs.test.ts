import { afterAll, beforeAll, expect, test } from 'vitest';

import { paths } from '../../src/city/front-door.js';
import { type Asked, ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { heritage } from './library-view.js';

let city: TestCity;
let gathered: Gathered;

beforeAll(async () => {
  city = await openTestCity();
  gathered = await gather(city);
});

afterAll(async () => {
  await gathered.close();
  await city.stop();
});

/** The departments that were asked for an answer, one entry for each call. */
async function callsFor(asked: Asked): Promise<readonly string[]> {
  const explained = { ...asked, extensions: { explain: true } };
  const { extensions } = await ask(city, explained, { path: paths.department });
  // What the gateway explains is not among what an answer must tell.
  const { explain } = extensions as unknown as { explain: { fetches: { department: string }[] } };
  return explain.fetches.map(({ department }) => department).toSorted();
}

const heritageCodes = (): Promise<{ code: string }[]> =>
  city.sql<{ code: string }>('center', 'select code from cultural_property order by code');

test('each cultural property leads to its site, its books, its digitised items, walks and lectures', async () => {
  const seen = { books: 0, items: 0, offers: 0 };

  for (const { code } of await heritageCodes()) {
    const { culturalProperty } = whole(
      await ask(city, { ...question('p15'), variables: { code } }),
    );
    expect(culturalProperty).toEqual(await gathered.value(heritage.all, [code]));
    seen.books += culturalProperty.localMaterials.titles.edges.length;
    seen.items += culturalProperty.localMaterials.digitalItems.edges.length;
    seen.offers += culturalProperty.opportunities.length;
  }

  expect(Math.min(seen.books, seen.items, seen.offers)).toBeGreaterThan(10);
});

test('from heritage to books, photographs and walks costs two calls to the center and two at most to anybody else', async () => {
  const calls = await callsFor(question('p15'));

  const times = Map.groupBy(calls, (department) => department);
  expect([...times.keys()]).toEqual(expect.arrayContaining(['center', 'library']));
  for (const each of times.values()) expect(each.length).toBeLessThanOrEqual(2);
});

test('of the mansion grove residents hear of talks, of copies on shelves and of photographs', async () => {
  const { query, variables } = question('q19');
  const { culturalProperty } = whole(await ask(city, { query, variables }));

  expect(culturalProperty).toEqual(await gathered.value(heritage.grove, [variables['code']]));
  expect(culturalProperty.localMaterials.titles.edges.length).toBeGreaterThan(2);
  expect(culturalProperty.opportunities.length).toBeGreaterThan(2);
});

test('when the library has nothing of it any more, a cultural property stays and its lists are empty', async () => {
  await city.sql('library', `update title set heritage_codes = '{}'`);
  await city.sql('library', 'delete from digital_item');
  await city.services.catchUp();

  const { culturalProperty } = whole(await ask(city, question('p15')));

  expect(culturalProperty.localMaterials).toEqual({
    titles: { edges: [] },
    digitalItems: { edges: [] },
  });
  expect(culturalProperty.name.ja).toBe('見本屋敷林');
});
