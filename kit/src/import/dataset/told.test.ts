import { expect, test } from 'vitest';

import { readAudience } from '../cell/age.js';
import { readFee } from '../cell/fee.js';
import { toldOpening } from './told-opening.js';
import { toldTimes } from './told-times.js';

test('a note that tells every time gives every time', () => {
  const note =
    '開催日時：2026-12-05 10:00-12:00;2026-12-12 13:00;2026-12-31 22:00-25:30;2027-01-02/2027-01-04\n雨天中止';

  expect(toldTimes(note)).toEqual([
    { date: '2026-12-05', start: '10:00', end: '12:00' },
    { date: '2026-12-12', start: '13:00' },
    { date: '2026-12-31', start: '22:00', end: '01:30', endsNextDay: true },
    { date: '2027-01-02', lastDate: '2027-01-04', whole: true },
  ]);
});

test.each(['開催日時：12月5日;2026-12-12', '毎週火曜日', undefined])(
  'a note that says something else tells no times (%s)',
  (note) => {
    expect(toldTimes(note)).toBeUndefined();
  },
);

test('hours of single days and rules of closing are read, other lines stay', () => {
  expect(
    toldOpening(
      '利用時間：月 10:00-18:00;土 09:00-17:00\n休館日：毎週火曜日;年末年始(12-29/01-03)\n入口は北側',
    ),
  ).toEqual({
    byDay: [
      { weekday: 1, opens: '10:00', closes: '18:00' },
      { weekday: 6, opens: '09:00', closes: '17:00' },
    ],
    closings: [
      { rule: 'WEEKDAY', weekday: 2, nth: null, from: null, to: null },
      { rule: 'YEAR_END', weekday: null, nth: null, from: '12-29', to: '01-03' },
    ],
    note: '入口は北側',
  });
  expect(toldOpening('休館日：不定休')).toEqual({ note: '休館日：不定休' });
});

test('ages that are said apart are all that is meant, and their words name no group', () => {
  expect(readAudience('小学生;中学生（対象年齢：6歳から15歳）').value).toMatchObject({
    groups: ['ELEMENTARY', 'JUNIOR_HIGH'],
    fromMonths: 72,
    belowMonths: 192,
  });
  expect(readAudience('小学生（対象年齢：定めなし）').value).not.toHaveProperty('fromMonths');
  expect(readAudience('大学・一般（対象年齢：65歳以上）').value?.groups).toEqual(['ADULT']);
});

test('a fee that is said to be none is believed beside the price of something else', () => {
  const said = readFee({ basic: '0', detail: '無料。教材費500円' });
  const doubted = readFee({ basic: '0', detail: '教材費500円' });

  expect([said.value?.kind, said.problem]).toEqual(['FREE', undefined]);
  expect(doubted.value?.kind).toBe('PAID');
});
