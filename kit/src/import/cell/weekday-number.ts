import type { Reading } from './reading.js';
import { readWeekdays, type WeekdayCode } from './weekday.js';

const order: readonly WeekdayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Reads days of the week as readWeekdays does, and gives them as numbers, 1 Monday to 7 Sunday. */
export function readWeekdayNumbers(cell: string): Reading<number[]> {
  const { value, ...rest } = readWeekdays(cell);
  if (!value) return rest;
  return { ...rest, value: [...new Set(value.days.map(({ day }) => order.indexOf(day) + 1))] };
}
