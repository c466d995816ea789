import { addMonths, japanDay } from '@manabi/kit/japan-time';

/** The day of the following month from which a month is closed without being told to: by then departments reported. */
const closesOn = 15;

/** The last month that is closed at a moment. */
export function closedThrough(now: Date): string {
  const day = japanDay(now);
  return addMonths(day.slice(0, 7), Number(day.slice(8)) >= closesOn ? -1 : -2);
}

/** The last month that is over at a moment: none later can be closed. */
export const lastOver = (now: Date): string => addMonths(japanDay(now).slice(0, 7), -1);

/** The fiscal year (from April) in which a month lies. */
export const yearOf = (month: string): string => addMonths(month, -3).slice(0, 4);

/** The twelve months of a fiscal year. */
export const monthsOfYear = (year: string): string[] =>
  Array.from({ length: 12 }, (_, at) => addMonths(`${year}-04`, at));

/** Every month from one to another. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
