import { afterAll, beforeAll, expect, test } from 'vitest';

import { type TestCity, openTestCity } from '../open-test-city.js';
import { Anybody } from './anybody.js';
import { attackOn } from './attack-on-city.js';
import { drawPeople } from './draw-people.js';

let city: TestCity;
let anybody: Anybody;

beforeAll(async () => {
  city = await openTestCity();
  anybody = new Anybody(city);
}, 240_000);

afterAll(async () => {
  await city.stop();
});

test.each([1, 2, 3, 4, 5, 6])(
  'nobody who asks a whole city everything, before and after one person more, learns few people (seed %i)',
  async (seed) => {
    await drawPeople(city, seed);

    const attacked = await attackOn({ city, anybody }, 2);

    process.stdout.write(`city of seed ${seed}: ${JSON.stringify(attacked)}\n`);
    expect(attacked['APPLICANTS']?.few).toBeGreaterThan(0);
    for (const { hidden, told } of Object.values(attacked)) expect(told).toBeGreaterThan(hidden);
  },
  600_000,
);
