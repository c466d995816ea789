import { expect, test } from 'vitest';

import { type CountedBand, ageBands, bandCounts } from './population.rules.js';

const band = (min: number, max: number | null, given: Partial<CountedBand> = {}): CountedBand => ({
  min,
  max,
  count: 10,
  male: 4,
  female: 6,
  sample: false,
  asOf: '2026-04-01',
  provenance: { department: 'plan', sample: given.sample ?? false },
  ...given,
});

const register = [band(75, null), band(0, 5), band(6, 11), band(65, 74, { asOf: '2025-04-01' })];

test.each([
  ['0-5', 10, true],
  ['0-11', 20, true],
  ['65+', 20, true],
  ['0-8', 10, false],
  ['3-11', 10, false],
  ['0-74', 30, false],
  ['65-80', 10, false],
])('the people of %s are %i, exact: %s', (written, value, isExact) => {
  const [counted] = bandCounts(register, ageBands([written]));

  expect(counted).toMatchObject({ band: written, count: { value, isExact } });
});

test('nobody counted is not nobody there', () => {
  expect(bandCounts(register, ageBands(['20-29']))).toEqual([
    { band: '20-29', count: null, male: null, female: null, asOf: null, provenance: null },
  ]);
  expect(bandCounts([], null)).toEqual([]);
});

test('without a wish the bands of the register are told, and the oldest day of what was summed', () => {
  expect(bandCounts(register, null).map((each) => each.band)).toEqual([
    '0-5',
    '6-11',
    '65-74',
    '75+',
  ]);
  expect(bandCounts(register, ageBands(['65+']))[0]?.asOf).toBe('2025-04-01');
});

test('samples count only where there is nothing official', () => {
  const samples = register.map((each) => ({ ...each, count: 999, sample: true }));

  expect(bandCounts([...samples, ...register], ageBands(['0-5']))[0]?.count?.value).toBe(10);
  expect(bandCounts(samples, ageBands(['0-5']))[0]?.count?.value).toBe(999);
});

test('men and women are told where the register tells them apart, and not in part', () => {
  const mixed = [band(0, 5), band(6, null, { male: null, female: null })];

  expect(bandCounts(mixed, ageBands(['0-5', '0+']))).toMatchObject([
    { count: { value: 10 }, male: { value: 4 }, female: { value: 6 } },
    { count: { value: 20 }, male: null, female: null },
  ]);
});

test('bands that overlap are not counted twice', () => {
  const doubled = [...register, band(0, 2), band(3, 5)];

  expect(bandCounts(doubled, ageBands(['0-5']))[0]?.count).toEqual({ value: 10, isExact: true });
});

test.each([['old'], ['9-3'], ['1-2-3'], ['-5']])('%s is no age band', (written) => {
  expect(() => ageBands([written])).toThrow(/is no age band/);
});

test('21 bands are too many', () => {
  expect(() => ageBands(Array.from({ length: 21 }, () => '0-5'))).toThrow(/20 are the most/);
});
