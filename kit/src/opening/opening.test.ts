import { Tri } from '../value/tri.js';
import { expect, test } from 'vitest';

import { ClosingKind } from './closing-rule.js';
import { isOpenAt } from './opening.rules.js';

const daily = (opensAt: string, closesAt: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt, closesAt }));
const at = (moment: string) => new Date(`${moment}+09:00`);

test('a place is open within its hours and closed at the minute at which they end', () => {
  const hours = daily('09:00', '17:00');

  expect(isOpenAt({ hours }, at('2026-10-07T09:00:00'))).toBe(Tri.YES);
  expect(isOpenAt({ hours }, at('2026-10-07T16:59:00'))).toBe(Tri.YES);
  expect(isOpenAt({ hours }, at('2026-10-07T17:00:00'))).toBe(Tri.NO);
});

test('nobody knows whether a place is open whose hours nobody told', () => {
  expect(isOpenAt({ hours: [] }, at('2026-10-07T12:00:00'))).toBe(Tri.UNKNOWN);
  expect(isOpenAt({}, at('2026-10-07T12:00:00'))).toBe(Tri.UNKNOWN);
});

test('hours after midnight belong to the day before', () => {
  const hours = [{ weekday: 3, opensAt: '18:00', closesAt: '25:00' }];

  expect(isOpenAt({ hours }, at('2026-10-08T00:30:00'))).toBe(Tri.YES);
  expect(isOpenAt({ hours }, at('2026-10-08T01:00:00'))).toBe(Tri.NO);
  expect(
    isOpenAt(
      { hours: [{ weekday: 3, opensAt: '18:00', closesAt: '24:00' }] },
      at('2026-10-07T23:59:00'),
    ),
  ).toBe(Tri.YES);
});

test.each([
  ['every Monday', { rule: ClosingKind.WEEKDAY, weekday: 1 }, '2026-10-05', Tri.NO],
  ['every Monday, on a Tuesday', { rule: ClosingKind.WEEKDAY, weekday: 1 }, '2026-10-06', Tri.YES],
  [
    'the second Sunday',
    { rule: ClosingKind.NTH_WEEKDAY, nth: 2, weekday: 7 },
    '2026-10-11',
    Tri.NO,
  ],
  [
    'the second Sunday, on the third',
    { rule: ClosingKind.NTH_WEEKDAY, nth: 2, weekday: 7 },
    '2026-10-18',
    Tri.YES,
  ],
  ['holidays, on 文化の日', { rule: ClosingKind.HOLIDAY }, '2026-11-03', Tri.NO],
  [
    'New Year, before it',
    { rule: ClosingKind.YEAR_END, from: '12-29', to: '01-03' },
    '2026-12-29',
    Tri.NO,
  ],
  [
    'New Year, after it',
    { rule: ClosingKind.YEAR_END, from: '12-29', to: '01-03' },
    '2027-01-04',
    Tri.YES,
  ],
])('a place is closed by its rule: %s', (...[, rule, day, open]) => {
  const found = isOpenAt(
    { hours: daily('09:00', '17:00'), closedDays: [rule] },
    at(`${day}T12:00:00`),
  );

  expect(found).toBe(open);
});

test('on a holiday of which no rule speaks, nobody knows', () => {
  const closedDays = [{ rule: ClosingKind.WEEKDAY, weekday: 1 }];
  const hours = daily('09:00', '17:00');

  expect(isOpenAt({ hours, closedDays }, at('2026-11-03T12:00:00'))).toBe(Tri.UNKNOWN);
  expect(isOpenAt({ hours, closedDays }, at('2026-11-03T20:00:00'))).toBe(Tri.NO);
});

test('a day of its own hours follows these alone, holiday or not', () => {
  const hours = daily('09:00', '17:00');
  const exceptions = [
    { on: '2026-10-07' },
    { on: '2026-10-08', opensAt: '13:00', closesAt: '15:00' },
    // 文化の日.
    { on: '2026-11-03', opensAt: '10:00', closesAt: '12:00' },
  ];

  expect(isOpenAt({ hours, exceptions }, at('2026-10-07T12:00:00'))).toBe(Tri.NO);
  expect(isOpenAt({ hours, exceptions }, at('2026-10-08T12:00:00'))).toBe(Tri.NO);
  expect(isOpenAt({ hours, exceptions }, at('2026-10-08T14:00:00'))).toBe(Tri.YES);
  expect(isOpenAt({ hours, exceptions }, at('2026-11-03T11:00:00'))).toBe(Tri.YES);
  expect(isOpenAt({ hours, exceptions }, at('2026-10-09T12:00:00'))).toBe(Tri.YES);
});
