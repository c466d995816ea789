const ahead = 9 * 60 * 60 * 1000;
const dayLength = 24 * 60 * 60 * 1000;

/** A moment as the calendars and clocks of Japan show it. */
export interface JapanTime {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM. */
  readonly time: string;
}

/** A moment (ISO 8601) in Japan, where no clock is ever moved. */
export function inJapan(moment: string): JapanTime {
  // As the graph writes moments; a list of a million rows has several in each.
  if (moment.length === 24 && moment.endsWith('Z')) {
    const hour = Number(moment.slice(11, 13)) + 9;
    const date = moment.slice(0, 10);
    if (hour < 24) return { date, time: `${hour < 10 ? '0' : ''}${hour}${moment.slice(13, 16)}` };
    const time = `${hour < 34 ? '0' : ''}${hour - 24}${moment.slice(13, 16)}`;
    return { date: dayAfter(date), time };
  }
  const text = new Date(Date.parse(moment) + ahead).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

const daysAfter = new Map<string, string>();

/** The day after another, remembered: many moments lie on the same days. */
function dayAfter(date: string): string {
  let day = daysAfter.get(date);
  if (day === undefined) {
    if (daysAfter.size > 10_000) daysAfter.clear();
    daysAfter.set(date, (day = addDays(date, 1)));
  }
  return day;
}

/** An end as tables write it: midnight is 24:00 of the day before. */
export function endInJapan(moment: string): JapanTime {
  const end = inJapan(moment);
  return end.time === '00:00' ? { date: addDays(end.date, -1), time: '24:00' } : end;
}

/** The day so many days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  if (from === to) return 0;
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/** The present day in Japan. */
export const todayInJapan = (): string => inJapan(new Date().toISOString()).date;

/** The first moment of a day in Japan, as ISO 8601. */
export const startOfDay = (date: string): string => `${date}T00:00:00+09:00`;
