import { LotteryPhase, lotteryPhase } from '@manabi/kit/slot/lottery.window';
import { describe, expect, test } from 'vitest';

import { firstCome, isMonth, lotteryWindow, monthInLottery } from './lottery.rules.js';

const japan = (time: string): Date => new Date(`${time}+09:00`);

test('the rooms of December are drawn in October', () => {
  expect(lotteryWindow('2026-12')).toEqual({
    month: '2026-12',
    apply: { opensAt: japan('2026-10-01T00:00'), closesAt: japan('2026-10-07T23:59:59.999') },
    drawOn: '2026-10-08',
    confirm: { opensAt: japan('2026-10-09T00:00'), closesAt: japan('2026-10-15T23:59:59.999') },
    firstComeFrom: japan('2026-10-16T00:00'),
  });
});

test.each([
  ['2027-01', '2026-11-08'],
  ['2027-02', '2026-12-08'],
  ['2027-03', '2027-01-08'],
  ['2028-04', '2028-02-08'],
])('the rooms of %s are drawn on %s', (month, drawOn) => {
  expect(lotteryWindow(month).drawOn).toBe(drawOn);
});

test.each([
  ['2026-11-10T09:00', '2026-09-16T00:00', '2026-11-08T16:00'],
  ['2026-12-01T09:00', '2026-10-16T00:00', '2026-11-29T16:00'],
  ['2027-01-01T09:00', '2026-11-16T00:00', '2026-12-30T16:00'],
  ['2027-01-31T18:30', '2026-11-16T00:00', '2027-01-29T16:00'],
  ['2027-03-01T13:00', '2027-01-16T00:00', '2027-02-27T16:00'],
  ['2028-03-01T13:00', '2028-01-16T00:00', '2028-02-28T16:00'],
])('a slot that starts at %s is had from %s until %s', (startsAt, opensAt, closesAt) => {
  expect(firstCome(japan(startsAt))).toEqual({
    opensAt: japan(opensAt),
    closesAt: japan(closesAt),
  });
});

test('the day is that of Japan: late on the last of a month in London it is the next month there', () => {
  expect(firstCome(new Date('2026-10-31T23:30:00Z')).opensAt).toEqual(japan('2026-09-16T00:00'));
});

describe('what may be done about the rooms of December', () => {
  test.each([
    ['2026-09-30T23:59:59', LotteryPhase.BEFORE],
    ['2026-10-01T00:00:00', LotteryPhase.APPLY],
    ['2026-10-07T23:59:59', LotteryPhase.APPLY],
    ['2026-10-08T00:00:00', LotteryPhase.DRAW],
    ['2026-10-09T00:00:00', LotteryPhase.CONFIRM],
    ['2026-10-15T23:59:59', LotteryPhase.CONFIRM],
    ['2026-10-16T00:00:00', LotteryPhase.FIRST_COME],
  ])('at %s it is %s', (at, phase) => {
    expect(lotteryPhase(lotteryWindow('2026-12'), japan(at))).toBe(phase);
  });
});

test('in the last hour of a year the lottery is for the second month of the next', () => {
  expect(monthInLottery(japan('2026-12-31T23:59'))).toBe('2027-02');
  expect(monthInLottery(japan('2027-01-01T00:00'))).toBe('2027-03');
});

test.each(['2026-13', '2026-1', '26-10', '2026-10-01', ''])('"%s" is no month', (text) => {
  expect(isMonth(text)).toBe(false);
});
