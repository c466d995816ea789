import { addDays, japanDay, japanMoment, onJapaneseClocks } from '@manabi/kit/japan-time';
import { isOpenAt } from '@manabi/kit/opening/opening.rules';
import type { AgeRange } from '@manabi/kit/value/age-range';
import { Tri } from '@manabi/kit/value/tri';

import type { WeeklyHours } from '../value/weekly-hours.js';
import type { SittingPlaceRow } from './sitting-place.repository.js';

/** Metres that one walks in a minute: 不動産の表示に関する公正競争規約施行規則 第9条, which counts fractions as a whole minute. */
export const metresPerMinute = 80;

/** Minutes to walk so many metres, fractions counted as a whole minute. */
export const walkMinutes = (metres: number): number => Math.ceil(metres / metresPerMinute);

/** Whether one may sit somewhere at a moment, and until when where that is known. */
export interface Sitting {
  readonly openNow: Tri;
  readonly closesAt: Date | null;
}

/** Looks at the hours of the place, or those of its house where it has none, and at the days on which the house is closed. */
export function sittingAt({ data, house }: SittingPlaceRow, at: Date): Sitting {
  if (house.isClosed) return { openNow: Tri.NO, closesAt: null };
  const own = data.hours.length > 0;
  const hours = own ? data.hours : house.hours;
  const { closedDays } = house;
  const place = isOpenAt({ hours, closedDays }, at);
  // Outside the hours of the house nobody sits in it, whatever the place itself says.
  const around = own && house.hours ? isOpenAt({ hours: house.hours, closedDays }, at) : place;
  const openNow =
    [Tri.NO, Tri.UNKNOWN].find((fact) => fact === place || fact === around) ?? Tri.YES;
  if (openNow !== Tri.YES) return { openNow, closesAt: null };
  const ends = [hours, house.hours]
    .map((list) => closingOf(list ?? [], at))
    .filter((end) => end !== null);
  return { openNow, closesAt: ends.length > 0 ? new Date(Math.min(...ends)) : null };
}

/** When the hours that hold at a moment end, in milliseconds; hours that touch each other are one. */
function closingOf(hours: readonly WeeklyHours[], at: Date): number | null {
  let end: number | null = null;
  const spans = [-1, 0, 1].flatMap((days) => spansOn(addDays(japanDay(at), days), hours));
  for (const { opens, closes } of spans.toSorted((one, other) => one.opens - other.opens)) {
    if (opens <= (end ?? at.getTime()) && closes > (end ?? at.getTime())) end = closes;
  }
  return end;
}

function spansOn(day: string, hours: readonly WeeklyHours[]): { opens: number; closes: number }[] {
  const weekday = onJapaneseClocks(japanMoment(day, '12:00')).getUTCDay() || 7;
  return hours
    .filter((each) => each.weekday === weekday)
    .map(({ opensAt, closesAt }) => {
      const [opens, closes] = [minutesOf(opensAt), minutesOf(closesAt)];
      const midnight = japanMoment(day, '00:00').getTime();
      const end = closes <= opens ? closes + 24 * 60 : closes;
      return { opens: midnight + opens * 60_000, closes: midnight + end * 60_000 };
    });
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** False only where somebody of this age, in completed years, is known to be too young or too old. */
export function mayCome(ages: AgeRange | null, age: number | null): boolean {
  if (age === null || !ages) return true;
  const isTooYoung = ages.minMonths != null && age * 12 + 11 < ages.minMonths;
  const isTooOld = ages.maxMonths != null && age * 12 > ages.maxMonths;
  return !isTooYoung && !isTooOld;
}
