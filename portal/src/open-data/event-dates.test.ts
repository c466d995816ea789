import { expect, test } from 'vitest';

import { type Time, dateCells } from './event-dates.js';

const time = (startsAt: string, endsAt: string | null, allDay = false): Time => ({
  startsAt: `${startsAt}+09:00`,
  endsAt: endsAt && `${endsAt}+09:00`,
  allDay,
});

test('one evening stands in the four columns', () => {
  expect(dateCells([time('2026-12-05T19:00', '2026-12-05T21:00')])).toEqual({
    startDate: '2026-12-05',
    endDate: '2026-12-05',
    startTime: '19:00',
    endTime: '21:00',
    note: '',
  });
});

test('a run of days with the same hours is a first and a last day', () => {
  const days = [7, 5, 6].map((day) => time(`2026-12-0${day}T10:00`, `2026-12-0${day}T12:00`));

  expect(dateCells(days)).toMatchObject({
    startDate: '2026-12-05',
    endDate: '2026-12-07',
    note: '',
  });
});

test('times with days between them are told one by one', () => {
  const cells = dateCells([
    time('2026-12-05T10:00', '2026-12-05T12:00'),
    time('2026-12-12T13:00', null),
  ]);

  expect(cells).toEqual({
    startDate: '2026-12-05',
    endDate: '2026-12-12',
    startTime: '',
    endTime: '',
    note: '開催日時：2026-12-05 10:00-12:00;2026-12-12 13:00',
  });
});

test.each([
  [time('2026-12-31T22:00', '2027-01-01T01:30'), '', '25:30'],
  [time('2026-12-05T00:00', '2026-12-06T00:00'), '', '24:00'],
  [
    time('2026-12-05T10:00', '2026-12-07T12:00'),
    '開催日時：2026-12-05 10:00/2026-12-07 12:00',
    '12:00',
  ],
  [time('2026-12-05T00:00', '2026-12-08T00:00', true), '開催日時：2026-12-05/2026-12-07', ''],
  [time('2026-10-01T00:00', '2027-04-01T00:00', true), '', ''],
])('%j ends as a clock that counts on shows it', (only, note, endTime) => {
  expect(dateCells([only])).toMatchObject({ note, endTime });
});

test('a time on the same day twice is no run', () => {
  const cells = dateCells([
    time('2026-12-05T10:00', '2026-12-05T11:00'),
    time('2026-12-05T10:00', '2026-12-05T11:00'),
  ]);

  expect(cells.note).toContain(';');
});
