import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { plan } from '../service.js';
import { aCount } from './population.builder.js';

const ask = `query ($of: [_Any!]!, $bands: [String!]) { _entities(representations: $of) {
  ... on Area { population(ageBands: $bands) { ...all } } ... on SchoolDistrict { population(ageBands: $bands) { ...all } } } }
  fragment all on PopulationCount { band count { value isExact } asOf provenance { sample } }`;

test('the population of 100 blocks and 100 districts costs two queries', async () => {
  const service = await openTestService(plan);
  const place = (areaCode: string) => ({ areaCode, districtCode: 'D01', asOf: '2026-04-01' });
  await service.plant(
    aCount({ id: '1', ...place('a0'), sex: 'MALE' }),
    aCount({ id: '2', ...place('a0'), sex: 'FEMALE', count: 12 }),
    aCount({ id: '3', ...place('a1'), count: 30 }),
    aCount({ id: '4', ...place('a1'), ageMin: 6, ageMax: null, count: 70 }),
  );
  const of = Array.from({ length: 100 }, (_, at) => [
    { __typename: 'Area', code: `a${at}` },
    { __typename: 'SchoolDistrict', code: `D${String(at).padStart(2, '0')}` },
  ]).flat();

  const { data, errors, queries } = await service.ask(ask, { of });
  const wished = await service.ask(ask, { of, bands: ['0-5', '65+'] });
  const refused = await service.ask(ask, { of: of.slice(0, 1), bands: ['young'] });
  const band = (name: string, value: number) => ({
    band: name,
    count: { value, isExact: true },
    asOf: '2026-04-01',
    provenance: { sample: false },
  });

  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(data._entities[0].population).toEqual([band('0-5', 22)]);
  expect(data._entities[3].population).toEqual([band('0-5', 52), band('6+', 70)]);
  expect(data._entities[4].population).toEqual([]);
  expect(wished.queries).toBe(2);
  expect(wished.data._entities[3].population).toEqual([
    band('0-5', 52),
    { band: '65+', count: null, asOf: null, provenance: null },
  ]);
  expect(refused.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('people whom two registers counted count once, by the later one', async () => {
  const service = await openTestService(plan);
  const block = { areaCode: 'a0', districtCode: 'D01' };
  await service.plant(
    aCount({ id: '1', ...block, asOf: '2025-04-01', count: 20 }),
    aCount({ id: '2', ...block, asOf: '2025-04-01', ageMin: 6, ageMax: null, count: 80 }),
    aCount({ id: '3', ...block, asOf: '2026-04-01', sex: 'MALE', count: 9 }),
    aCount({ id: '4', ...block, asOf: '2026-04-01', sex: 'FEMALE', count: 10 }),
    aCount({ id: '5', areaCode: 'a1', districtCode: 'D01', asOf: '2025-04-01', count: 5 }),
  );
  const of = [
    { __typename: 'Area', code: 'a0' },
    { __typename: 'SchoolDistrict', code: 'D01' },
  ];

  const { data } = await service.ask(ask, { of });

  const counts = data._entities.map(({ population }: { population: object[] }) =>
    population.map((row) => Object.values(row).slice(0, 3)),
  );
  expect(counts).toEqual([
    [['0-5', { value: 19, isExact: true }, '2026-04-01']],
    [['0-5', { value: 24, isExact: true }, '2025-04-01']],
  ]);
});
