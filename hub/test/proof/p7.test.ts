import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { comparable, expectedFacility } from './facility.js';

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

const p7 = question('p7');

test('one facility answers with what every department knows of it, each with its date', async () => {
  const answer = whole(await ask(city, p7));

  const expected = await expectedFacility(gathered, String(p7.variables['code']));
  expect(comparable(answer, expected.facility)).toEqual(expected);
  const { facility, opportunities } = answer;
  expect(facility.rooms.length).toBeGreaterThan(0);
  expect(opportunities.edges.length).toBeGreaterThan(0);
});

test('so does every facility of the register', async () => {
  const facilities = await city.sql<{ code: string }>(
    'center',
    'select code from facility order by code',
  );

  for (const { code } of facilities) {
    const answer = whole(await ask(city, { ...p7, variables: { code } }));
    const expected = await expectedFacility(gathered, code);
    expect(comparable(answer, expected.facility)).toEqual(expected);
  }
  expect(facilities.length).toBeGreaterThan(30);
});

test('a code of no facility is answered by null and by nothing found there', async () => {
  const { facility, opportunities } = whole(
    await ask(city, { ...p7, variables: { code: 'nowhere' } }),
  );

  expect(facility).toBeNull();
  expect(opportunities.totalCount).toEqual({ value: 0, isExact: true });
});
