import { expect, test } from 'vitest';

import { sayMoment, sayStretch } from './day.js';

const now = new Date('2026-11-23T00:00:00Z');

test.each([
  ['2026-12-01T01:00:00Z', '12月1日(火) 10:00'],
  ['2026-11-30T15:00:00Z', '12月1日(火)'],
  ['2027-01-07T01:00:00Z', '2027年1月7日(木) 10:00'],
])('%s is said as %s', (moment, words) => {
  expect(sayMoment(moment, now)).toBe(words);
});

test.each([
  ['2026-12-01T01:00:00Z', '2026-12-01T03:00:00Z', '12月1日(火) 10:00～12:00'],
  ['2026-12-01T01:00:00Z', '2026-12-15T03:00:00Z', '12月1日(火) 10:00 から 12月15日(火) まで'],
  ['2026-12-01T01:00:00Z', null, '12月1日(火) 10:00'],
])('%s to %s is said as %s', (from, to, words) => {
  expect(sayStretch(from, to, now)).toBe(words);
});
