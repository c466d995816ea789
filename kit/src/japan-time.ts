const day = 24 * 60 * 60 * 1000;
const japanAhead = 9 * 60 * 60 * 1000;

/** The moment of a time of day (`HH:MM`, or `HH:MM:SS.sss`) on a day (`YYYY-MM-DD`) in Japan, which has no summer time. */
export function japanMoment(date: string, time: string): Date {
  return new Date(`${date}T${time}+09:00`);
}

/** A moment whose UTC parts (year, month, hour, minute…) are what clocks and calendars show in Japan. */
export function onJapaneseClocks(moment: Date): Date {
  return new Date(moment.getTime() + japanAhead);
}

/** The day (`YYYY-MM-DD`) that it is in Japan at a moment. */
export function japanDay(moment: Date): string {
  return onJapaneseClocks(moment).toISOString().slice(0, 10);
}

/** The time of day (`HH:MM`) that it is in Japan at a moment, seconds left out. */
export function japanTime(moment: Date): string {
  return onJapaneseClocks(moment).toISOString().slice(11, 16);
}

/** The day so many days later, or earlier when the number is below zero. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The month (`YYYY-MM`) so many months later, or earlier when the number is below zero. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** A moment as the counter writes it in Japanese, e.g. 2026年10月16日 9:00. */
export function writeJapanese(moment: Date): string {
  const [year, month, date] = japanDay(moment).split('-').map(Number);
  return `${year}年${month}月${date}日 ${japanTime(moment).replace(/^0/, '')}`;
}

/** A moment in English, in Japan's time, e.g. 2026-10-16 09:00 (Japan). */
export function writeEnglish(moment: Date): string {
  return `${japanDay(moment)} ${japanTime(moment)} (Japan)`;
}
