/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const eras: readonly { names: readonly string[]; first: Day; last?: number }[] = [
  { names: ['明治', '明', 'm'], first: { year: 1868, month: 1, day: 25 }, last: 45 },
  { names: ['大正', '大', 't'], first: { year: 1912, month: 7, day: 30 }, last: 15 },
  { names: ['昭和', '昭', 's'], first: { year: 1926, month: 12, day: 25 }, last: 64 },
  { names: ['平成', '平', 'h'], first: { year: 1989, month: 1, day: 8 }, last: 31 },
  { names: ['令和', '令', 'r'], first: { year: 2019, month: 5, day: 1 } },
];

/** The seven days as people write them, Sunday first, in the order of `weekdayOf`. */
export const weekdayNames = '日月火水木金土';

/** The Gregorian year of a year of an era ("令和", "R", 4 gives 2022), and whether that era had already ended. */
export function eraYear(era: string, year: number): { year: number; ended: boolean } | undefined {
  const found = eras.find(({ names }) => names.includes(era.toLowerCase()));
  if (!found || year < 1) return undefined;
  return {
    year: found.first.year + year - 1,
    ended: found.last !== undefined && year > found.last,
  };
}

/** Whether the day exists. */
export function isReal({ year, month, day }: Day): boolean {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= lastDayOf(year, month);
}

/** The number of days of a month. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO form, YYYY-MM-DD. */
export function iso({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day of the week of an ISO date: 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The ISO date of a serial number of Excel's 1900 calendar (44682 gives 2022-05-01). */
export function serialDate(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
