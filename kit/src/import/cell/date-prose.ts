import { weekdayNames, weekdayOf } from './calendar.js';

const weekly =
  /^(?<range>.+?)(?:の|[、,(（\s])*毎週(?<days>[月火水木金土日](?:曜日?)?(?:[・、と][月火水木金土日](?:曜日?)?)*)[)）]?$/u;
const aside =
  /[※＊].*$|[(（【](?![日月火水木金土](?:曜日?)?(?:[・･][^)）]*)?[)）]|祝)[^)）】]*[)）】]|\s*(?:雨天|小雨|荒天)(?:中止|決行|順延|の場合.*)$/gu;
const longest = 400;

/** The dates of a cell and the words that only accompany them (※雨天中止, 予備日 in brackets). */
export function withoutAside(cell: string): { date: string; prose?: string } {
  const date = cell.replaceAll(aside, '').trim();
  return date === '' || date === cell.trim() ? { date: cell } : { date, prose: cell.trim() };
}

/** A range and the weekdays of it that are meant: 6/4〜6/25の毎週土曜. */
export function weeklyParts(
  cell: string,
): { range: string; weekdays: readonly number[] } | undefined {
  const groups = weekly.exec(cell.normalize('NFKC').trim())?.groups;
  if (!groups?.['range'] || !groups['days']) return undefined;
  const names = groups['days'].replaceAll(/曜日?|[・、と]/gu, '');
  return { range: groups['range'], weekdays: [...names].map((name) => weekdayNames.indexOf(name)) };
}

/** The days of a range that fall on the weekdays; nothing when the range is longer than a year or so, or holds none. */
export function daysOn(
  weekdays: readonly number[],
  { from, to }: { from: string; to: string },
): string[] {
  const days: string[] = [];
  for (let at = 0; at < longest; at += 1) {
    const day = new Date(Date.parse(`${from}T00:00:00Z`) + at * 86_400_000)
      .toISOString()
      .slice(0, 10);
    if (day > to) return days;
    if (weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return [];
}
