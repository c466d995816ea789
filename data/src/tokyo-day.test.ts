import { expect, test } from 'vitest';

import {
  addDays,
  isYearEnd,
  mondayOf,
  passed,
  todayInTokyo,
  weekdayOf,
  weekOfMonth,
} from './tokyo-day.js';

test('days are counted over months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
});

test('weeks begin on Monday', () => {
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(weekdayOf('2026-11-29')).toBe(7);
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
});

test('the 8th of a month is the second of its weekday', () => {
  expect(weekOfMonth('2026-11-07')).toBe(1);
  expect(weekOfMonth('2026-11-08')).toBe(2);
});

test('the turn of the year lasts from 29 December to 3 January', () => {
  expect(['2026-12-28', '2026-12-29', '2027-01-03', '2027-01-04'].map(isYearEnd)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('the share of a span that has passed stays between none and all', () => {
  const span = { from: '2026-11-01', to: '2026-11-11' };

  expect(passed('2026-10-01', span)).toBe(0);
  expect(passed('2026-11-06', span)).toBe(0.5);
  expect(passed('2026-12-01', span)).toBe(1);
});

test('today in Tokyo is a day, and a word that is none is refused', () => {
  expect(todayInTokyo()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(() => addDays('someday', 1)).toThrow('write it as YYYY-MM-DD');
});
