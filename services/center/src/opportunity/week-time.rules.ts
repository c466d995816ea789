import { onJapaneseClocks } from '@manabi/kit/japan-time';
import { registerEnumType } from 'type-graphql';

/** Days of the week, in the order of Japanese standards. */
export enum Weekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}

registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week in Japan (曜日).',
  valuesConfig: {
    MONDAY: { description: 'Monday (月).' },
    TUESDAY: { description: 'Tuesday (火).' },
    WEDNESDAY: { description: 'Wednesday (水).' },
    THURSDAY: { description: 'Thursday (木).' },
    FRIDAY: { description: 'Friday (金).' },
    SATURDAY: { description: 'Saturday (土).' },
    SUNDAY: { description: 'Sunday (日).' },
  },
});

/** Parts of the day in Japan. */
export enum TimeBand {
  MORNING = 'MORNING',
  AFTERNOON = 'AFTERNOON',
  EVENING = 'EVENING',
}

registerEnumType(TimeBand, {
  name: 'TimeBand',
  description:
    'A part of the day in Japan (時間帯). What touches several parts counts for each of them.',
  valuesConfig: {
    MORNING: { description: 'Until noon (午前).' },
    AFTERNOON: { description: 'From noon to 18:00 (午後).' },
    EVENING: { description: 'From 18:00 (夜間).' },
  },
});

export const weekdays: readonly Weekday[] = Object.values(Weekday);
export const timeBands: readonly TimeBand[] = Object.values(TimeBand);

/** One time that something takes place. */
export interface Time {
  readonly startsAt: Date;
  readonly endsAt?: Date | null;
  /** True when only the day is known. */
  readonly allDay: boolean;
}

/** What the index keeps of times: bits by weekday (Monday lowest), by band, and by weekday and band (day × 3 + band). */
export interface WeekTimes {
  readonly weekdays: number;
  readonly bands: number;
  readonly slots: number;
}

const hour = 3_600_000;
const bandStarts = [0, 12 * hour, 18 * hour] as const;
const bandsOfWeek = 21;

/** The weekdays and parts of the day in Japan that these times touch; an unknown hour touches no part. */
export function weekTimes(times: readonly Time[]): WeekTimes {
  let days = 0;
  let slots = 0;
  for (const time of times) {
    const first = bandOf(time.startsAt);
    const last = time.endsAt && time.endsAt > time.startsAt ? bandOf(time.endsAt, -1) : first;
    for (let band = first; band <= Math.min(last, first + bandsOfWeek - 1); band += 1) {
      const slot = (((band + 9) % bandsOfWeek) + bandsOfWeek) % bandsOfWeek;
      days |= 1 << Math.floor(slot / 3);
      if (!time.allDay) slots |= 1 << slot;
    }
  }
  const bands = timeBands.reduce(
    (bits, _, band) => (slots & slotMask([], [band]) ? bits | (1 << band) : bits),
    0,
  );
  return { weekdays: days, bands, slots };
}

/** Number of the part of the day since Thursday, 1 January 1970, in Japan. */
function bandOf(moment: Date, shift = 0): number {
  const local = onJapaneseClocks(moment).getTime() + shift;
  const day = Math.floor(local / (24 * hour));
  const ofDay = local - day * 24 * hour;
  return day * 3 + bandStarts.findLastIndex((start) => ofDay >= start);
}

/** Bits of the given values by their place in a list. */
export function bitsOf<Value>(values: readonly Value[], of: readonly Value[]): number {
  return of.reduce(
    (bits, value, place) => (values.includes(value) ? bits | (1 << place) : bits),
    0,
  );
}

/** Slot bits of weekdays and bands by their places; an empty list stands for all. */
export function slotMask(days: readonly number[], bands: readonly number[]): number {
  let mask = 0;
  for (let slot = 0; slot < bandsOfWeek; slot += 1) {
    const day = days.length === 0 || days.includes(Math.floor(slot / 3));
    const band = bands.length === 0 || bands.includes(slot % 3);
    if (day && band) mask |= 1 << slot;
  }
  return mask;
}
