const DAY = 24 * 60 * 60 * 1000;
const TOKYO = 9 * 60 * 60 * 1000;

// A city uses a few hundred days millions of times; parsing and printing them took most of the generator's time.
const printed = new Map<number, string>();
const parsed = new Map<string, number>();

const isoDate = (time: number): string => {
  const known = printed.get(time);
  if (known !== undefined) return known;
  const day = new Date(time).toISOString().slice(0, 10);
  printed.set(time, day);
  return day;
};

const timeOf = (day: string): number => {
  const known = parsed.get(day);
  if (known !== undefined) return known;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new Error(`"${day}" is no day; write it as YYYY-MM-DD.`);
  parsed.set(day, time);
  return time;
};

/** Promises the current day in Asia/Tokyo as YYYY-MM-DD; Japan has no summer time. */
export const todayInTokyo = (): string => new Date(Date.now() + TOKYO).toISOString().slice(0, 10);

/** Promises the day that many days later, or earlier when negative. */
export const addDays = (day: string, days: number): string => isoDate(timeOf(day) + days * DAY);

/** Promises 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay() || 7;

/** Promises the Monday of the day's week. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** Promises which of its weekday in the month a day is, from 1: the 8th to the 14th are the second. */
export const weekOfMonth = (day: string): number => Math.ceil(Number(day.slice(8)) / 7);

/** Promises true from 29 December to 3 January, when public houses are closed (年末年始). */
export const isYearEnd = (day: string): boolean => {
  const date = day.slice(5);
  return date >= '12-29' || date <= '01-03';
};

/** Promises the moment as ISO 8601 with Tokyo's offset; moments of one form sort as text. */
export const moment = (day: string, time: string): string => `${day}T${time}:00+09:00`;

/** Promises the share of a span that has passed on a day, from 0 to 1. */
export const passed = (day: string, span: { from: string; to: string }): number => {
  const from = timeOf(span.from);
  const length = Math.max(DAY, timeOf(span.to) - from);
  return Math.min(1, Math.max(0, (timeOf(day) - from) / length));
};
