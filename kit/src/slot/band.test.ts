import { expect, test } from 'vitest';

import { isMadeOfBands, writeBands } from './band.js';
import {
  addDays,
  addMonths,
  japanDay,
  japanMoment,
  writeEnglish,
  writeJapanese,
} from '../japan-time.js';
import { readSlotId, slotId } from './slot-id.js';

const bands = [
  { opens: '09:00', closes: '13:00' },
  { opens: '13:00', closes: '16:00' },
  { opens: '18:30', closes: '22:00' },
];
const stretch = (from: string, to: string) => ({
  startsAt: new Date(`${from}+09:00`),
  endsAt: new Date(`${to}+09:00`),
});

test.each([
  ['2026-11-10T09:00', '2026-11-10T13:00', true],
  ['2026-11-10T09:00', '2026-11-10T22:00', true],
  ['2026-11-10T09:00', '2026-11-10T12:00', false],
  ['2026-11-10T16:00', '2026-11-10T22:00', false],
  ['2026-11-10T18:30', '2026-11-11T13:00', false],
  ['2026-11-10T13:00', '2026-11-10T13:00', false],
  ['2026-11-10T09:00:30', '2026-11-10T13:00', false],
])('from %s to %s is made of bands: %s', (from, to, made) => {
  expect(isMadeOfBands(bands, stretch(from, to))).toBe(made);
});

test('bands are written as people write them', () => {
  expect(writeBands(bands, '、')).toBe('9:00–13:00、13:00–16:00、18:30–22:00');
});

test('days and months go on over the ends of months and years, and over a leap day', () => {
  expect(addDays('2027-01-01', -2)).toBe('2026-12-30');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addMonths('2027-01', -2)).toBe('2026-11');
  expect(addMonths('2026-12', 1)).toBe('2027-01');
});

test('a day begins in Japan while it is still the day before in Greenwich', () => {
  expect(japanDay(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
  expect(japanMoment('2027-01-01', '00:00')).toEqual(new Date('2026-12-31T15:00:00Z'));
  expect(writeJapanese(new Date('2026-12-31T23:05:00Z'))).toBe('2027年1月1日 8:05');
  expect(writeEnglish(new Date('2026-12-31T23:05:00Z'))).toBe('2027-01-01 08:05 (Japan)');
});

test('an id of a stretch of time is read back, and what is none is refused', () => {
  const morning = { roomId: '学習室', ...stretch('2026-11-10T09:00', '2026-11-10T13:00') };

  expect(readSlotId(slotId(morning))).toEqual(morning);
  const farOff = new Date('+250000-01-01T00:00:00Z');
  const longAgo = new Date('-000500-01-01T00:00:00Z');
  const none = [
    slotId({ ...morning, endsAt: morning.startsAt }),
    slotId({ ...morning, endsAt: farOff }),
    slotId({ ...morning, startsAt: longAgo }),
  ];
  for (const id of ['', 'nonsense', ...none]) expect(readSlotId(id)).toBeNull();
});
