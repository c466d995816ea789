import { expect, test } from 'vitest';
import { readWeekdays, type Weekdays } from './weekday.js';

const names = (weekdays: Weekdays | undefined) =>
  weekdays?.days
    .map(({ day, weeks, everyOther }) => `${everyOther ? '7' : (weeks?.join('') ?? '')}${day}`)
    .join(' ');

test.each([
  ['月火水木金', 'MO TU WE TH FR'],
  ['月・水', 'MO WE'],
  ['月、水、金曜日', 'MO WE FR'],
  ['毎週月曜', 'MO'],
  ['月曜日から金曜日', 'MO TU WE TH FR'],
  ['月～金', 'MO TU WE TH FR'],
  ['火〜日', 'TU WE TH FR SA SU'],
  ['平日', 'MO TU WE TH FR'],
  ['土日', 'SA SU'],
  ['毎日', 'MO TU WE TH FR SA SU'],
  ['年中無休', 'MO TU WE TH FR SA SU'],
  ['第1・第3月曜日', '13MO'],
  ['第２土曜', '2SA'],
  ['最終金曜日', '6FR'],
  ['隔週日曜日', '7SU'],
  ['0We', 'WE'],
  ['13Mo', '13MO'],
  ['14Tu4Th', '14TU 4TH'],
  ['6Fr', '6FR'],
  ['7Su', '7SU'],
  ['135', 'MO WE FR'],
])('%s is read', (cell, days) => {
  expect(names(readWeekdays(cell).value)).toBe(days);
});

test('holidays are a fact of their own', () => {
  expect(readWeekdays('土日祝').value).toEqual({
    days: [{ day: 'SA' }, { day: 'SU' }],
    holidays: true,
  });
});

test.each(['月曜休館', '月曜日を除く', '火曜定休', '不定期', '利用者と相談'])(
  '%s is not read as open days',
  (cell) => {
    expect(readWeekdays(cell)).toMatchObject({
      problem: { code: 'WEEKDAY_UNREADABLE' },
      prose: cell,
    });
  },
);

test('the standard form needs no repair', () => {
  expect(readWeekdays('月火水木金').repairs).toEqual([]);
  expect(readWeekdays('月・水').repairs[0]?.code).toBe('WEEKDAY_FORM');
});
