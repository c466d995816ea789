import { expect, test } from 'vitest';

import { eventTimes, momentInJapan } from './event-times.js';

const starts = (occurrences: Parameters<typeof eventTimes>[0]) =>
  eventTimes(occurrences).map((time) => time.startsAt);

test('a day without a time begins at midnight in Japan and is told as a whole day', () => {
  expect(eventTimes([{ date: '2026-05-01' }])).toEqual([
    { startsAt: '2026-04-30T15:00:00.000Z', endsAt: null, allDay: true },
  ]);
});

test('several days are told one by one, earliest first', () => {
  expect(
    starts([
      { date: '2026-05-08', start: '10:00' },
      { date: '2026-05-01', lastDate: '2026-05-02', start: '10:00' },
    ]),
  ).toEqual(['2026-05-01T01:00:00.000Z', '2026-05-02T01:00:00.000Z', '2026-05-08T01:00:00.000Z']);
});

test('a season is told as one stretch', () => {
  expect(eventTimes([{ date: '2026-04-01', lastDate: '2027-03-31' }])).toEqual([
    { startsAt: '2026-03-31T15:00:00.000Z', endsAt: '2027-03-31T15:00:00.000Z', allDay: true },
  ]);
});

test('24:00 is the end of the day, and a night ends on the next', () => {
  expect(momentInJapan('2026-12-31', '24:00').toISOString()).toBe('2026-12-31T15:00:00.000Z');
  expect(
    eventTimes([{ date: '2026-05-01', start: '22:00', end: '01:00', endsNextDay: true }])[0],
  ).toMatchObject({
    endsAt: '2026-05-01T16:00:00.000Z',
  });
});
