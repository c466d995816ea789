import { weekdayOf } from '../cell/calendar.js';
import type { Weekday, Weekdays, WeekdayCode } from '../cell/weekday.js';

const codes: readonly WeekdayCode[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const longest = 800;

/**
 * The days of a span on which a pattern falls (every Wednesday; the first and third Monday; 6 is the last). Nothing where the pattern counts
 * every other week, because no file says from which, or where the span is longer than two years.
 */
export function daysOfPattern(
  { days }: Weekdays,
  { from, to }: { from: string; to: string },
): string[] {
  if (days.length === 0 || days.some(({ everyOther }) => everyOther)) return [];
  const found: string[] = [];
  for (let at = 0; at < longest; at += 1) {
    const date = new Date(Date.parse(`${from}T00:00:00Z`) + at * 86_400_000);
    const day = date.toISOString().slice(0, 10);
    if (day > to) return found;
    if (days.some((weekday) => fallsOn(weekday, date))) found.push(day);
  }
  return [];
}

function fallsOn({ day, weeks }: Weekday, date: Date): boolean {
  if (codes[weekdayOf(date.toISOString().slice(0, 10))] !== day) return false;
  if (!weeks) return true;
  const isLast = new Date(date.getTime() + 7 * 86_400_000).getUTCMonth() !== date.getUTCMonth();
  return weeks.includes(Math.ceil(date.getUTCDate() / 7)) || (weeks.includes(6) && isLast);
}
