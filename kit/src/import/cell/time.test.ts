import { expect, test } from 'vitest';
import { readTime, readTimes } from './time.js';

test.each([
  ['09:00', [{ start: '09:00' }]],
  ['9:00', [{ start: '09:00' }]],
  ['９：００', [{ start: '09:00' }]],
  ['9時', [{ start: '09:00' }]],
  ['9時半', [{ start: '09:30' }]],
  ['九時三十分', [{ start: '09:30' }]],
  ['午後1時30分', [{ start: '13:30' }]],
  ['午後0時15分', [{ start: '12:15' }]],
  ['PM1:30', [{ start: '13:30' }]],
  ['正午', [{ start: '12:00' }]],
  ['0900', [{ start: '09:00' }]],
  ['10:00:00', [{ start: '10:00' }]],
  ['0.375', [{ start: '09:00' }]],
  ['24:00', [{ end: '24:00' }]],
  ['25:30', [{ start: '01:30', nextDay: true }]],
  ['10時頃', [{ start: '10:00' }]],
  ['9:00〜17:00', [{ start: '09:00', end: '17:00' }]],
  ['9:00-17:00', [{ start: '09:00', end: '17:00' }]],
  ['午前10時から正午まで', [{ start: '10:00', end: '12:00' }]],
  ['午前9時～午後5時', [{ start: '09:00', end: '17:00' }]],
  ['午後2時〜4時', [{ start: '14:00', end: '16:00' }]],
  ['２時～４時', [{ start: '14:00', end: '16:00' }]],
  ['10時～2時半', [{ start: '10:00', end: '14:30' }]],
  ['1:00～5:00', [{ start: '01:00', end: '05:00' }]],
  ['22:00〜26:00', [{ start: '22:00', end: '02:00', nextDay: true }]],
  [
    '10:00〜12:00、13:00〜15:00',
    [
      { start: '10:00', end: '12:00' },
      { start: '13:00', end: '15:00' },
    ],
  ],
  [
    '10:30~11:30\n13:00~14:30',
    [
      { start: '10:30', end: '11:30' },
      { start: '13:00', end: '14:30' },
    ],
  ],
  ['24時間利用可能', [{ start: '00:00', end: '24:00' }]],
  ['2026-11-27T10:00:00+09:00', [{ start: '10:00' }]],
  ['2026-11-27T01:30:00Z', [{ start: '10:30' }]],
])('%s is read', (cell, spans) => {
  expect(readTimes(cell)).toMatchObject({ value: spans });
  expect(readTimes(cell).problem).toBeUndefined();
});

test.each([
  ['日没', 'TIME_UNREADABLE'],
  ['開場13:30 開演14:00', 'TIME_UNREADABLE'],
  ['9.5', 'TIME_UNREADABLE'],
  ['10:75', 'TIME_UNREADABLE'],
  ['31:00', 'TIME_UNREADABLE'],
  ['午前12時', 'TIME_UNREADABLE'],
  ['午前9時〜午前1時', 'TIME_REVERSED'],
  ['施設により異なる', 'TIME_UNREADABLE'],
])('%s is not guessed and kept as prose', (cell, code) => {
  expect(readTimes(cell)).toMatchObject({ problem: { code }, prose: cell });
  expect(readTimes(cell).value).toBeUndefined();
});

test('a bare hour is an hour', () => {
  expect(readTime('24', 'end').value).toBe('24:00');
  expect(readTime('9').value).toBe('09:00');
});

test('24:00 is the end of a day without repair', () => {
  expect(readTime('24:00', 'end')).toMatchObject({ value: '24:00', repairs: [] });
});

test('a span in the column of ends gives its end and keeps the cell', () => {
  expect(readTime('9:00〜17:00', 'end')).toMatchObject({ value: '17:00', prose: '9:00〜17:00' });
});

test('an end behind midnight says so', () => {
  expect(readTime('25:30', 'end')).toMatchObject({ value: '01:30', nextDay: true });
});

test('24時間 in the columns of start and end gives the whole day', () => {
  expect(readTime('24時間利用可能', 'start').value).toBe('00:00');
  expect(readTime('24時間利用可能', 'end').value).toBe('24:00');
});

test('an hour that is spoken without 午前 or 午後 is one of the afternoon, and somebody is asked to see to it', () => {
  const [repair] = readTime('2時').repairs;

  expect(readTime('2時').value).toBe('14:00');
  expect(repair).toMatchObject({
    code: 'TIME_AFTERNOON',
    remedy: expect.stringContaining('HH:MM'),
  });
  expect(readTime('午前2時').value).toBe('02:00');
});
