import { expect, test } from 'vitest';

import { audienceCell } from './audience-words.js';
import { feeCells } from './fee-words.js';
import { openingCells } from './opening-words.js';

test.each([
  [['SENIOR'] as const, { minMonths: 780, maxMonths: null }, '高齢者（対象年齢：65歳以上）'],
  [
    ['JUNIOR_HIGH', 'ELEMENTARY'] as const,
    { minMonths: 72, maxMonths: 191 },
    '小学生;中学生（対象年齢：6歳から15歳）',
  ],
  [['ELEMENTARY'] as const, null, '小学生（対象年齢：定めなし）'],
  [['INFANT'] as const, { minMonths: 18, maxMonths: 24 }, '幼児（対象年齢：1歳6か月から2歳0か月）'],
  [[], null, ''],
])('%j and %j are said as %s', (audiences, ages, cell) => {
  expect(audienceCell(audiences, ages)).toBe(cell);
});

test.each([
  [{ kind: 'FREE', yen: 0, note: null } as const, ['0', '']],
  [{ kind: 'FREE', yen: null, note: '教材費500円' } as const, ['0', '無料。教材費500円']],
  [{ kind: 'PAID', yen: 500, note: '全回分' } as const, ['500', '全回分']],
  [{ kind: 'PAID', yen: null, note: null } as const, ['', '有料']],
  [{ kind: 'UNKNOWN', yen: null, note: null } as const, ['', '']],
  [null, ['', '']],
])('the fee %j stands in two columns as %j', (fee, cells) => {
  expect(feeCells(fee)).toEqual(cells);
});

const hours = (weekday: number, opensAt: string, closesAt: string) => ({
  weekday,
  opensAt,
  closesAt,
});

test('days with the same hours stand in the columns, others in the note', () => {
  const same = openingCells({
    hours: [hours(2, '10:00', '18:00'), hours(1, '10:00', '18:00')],
    closedDays: [{ rule: 'NTH_WEEKDAY', nth: 3, weekday: 4, from: null, to: null }],
    hoursNote: '入館は閉館の30分前まで',
  });
  const differing = openingCells({
    hours: [hours(1, '10:00', '18:00'), hours(6, '09:00', '17:00')],
    hoursNote: null,
  });

  expect(same).toEqual(['月火', '10:00', '18:00', '休館日：第3木曜日\n入館は閉館の30分前まで']);
  expect(differing).toEqual(['月土', '', '', '利用時間：月 10:00-18:00;土 09:00-17:00']);
});
