import { expect, test } from 'vitest';

import { Weekday, bitsOf, slotMask, weekTimes, weekdays } from './week-time.rules.js';

const at = (text: string) => new Date(`${text}:00+09:00`);

test('a lecture on Monday morning touches Monday and the morning only', () => {
  const times = weekTimes([
    { startsAt: at('2026-10-05T10:00'), endsAt: at('2026-10-05T12:00'), allDay: false },
  ]);

  expect(times).toEqual({ weekdays: 0b1, bands: 0b1, slots: 0b1 });
});

test('what begins at 17:30 and ends at 19:00 touches the afternoon and the evening', () => {
  const times = weekTimes([
    { startsAt: at('2026-10-11T17:30'), endsAt: at('2026-10-11T19:00'), allDay: false },
  ]);

  expect(times.weekdays).toBe(bitsOf([Weekday.SUNDAY], weekdays));
  expect(times.bands).toBe(0b110);
  expect(times.slots).toBe(slotMask([6], [1, 2]));
});

test('a day without an hour touches its weekday and no part of the day', () => {
  const times = weekTimes([{ startsAt: at('2026-10-10T00:00'), allDay: true }]);

  expect(times).toEqual({ weekdays: bitsOf([Weekday.SATURDAY], weekdays), bands: 0, slots: 0 });
});

test('an exhibition of three weeks touches every weekday and every part of the day', () => {
  const times = weekTimes([
    { startsAt: at('2026-10-01T09:00'), endsAt: at('2026-10-22T17:00'), allDay: false },
  ]);

  expect(times).toEqual({ weekdays: 0b1111111, bands: 0b111, slots: 2 ** 21 - 1 });
});

test('midnight in Japan belongs to the new day, whatever the day is in London', () => {
  const times = weekTimes([{ startsAt: new Date('2026-10-04T15:00:00Z'), allDay: false }]);

  expect(times.weekdays).toBe(bitsOf([Weekday.MONDAY], weekdays));
});
