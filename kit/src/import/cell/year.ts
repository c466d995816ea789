import { daysBetween, isReal, iso, weekdayOf } from './calendar.js';
import type { Repair } from './reading.js';

/** What is known from outside a cell about the year of a date that names none. */
export interface DateReference {
  /** The fiscal year (April to March) that the file is about. */
  readonly fiscalYear?: number;
  /** ISO date on which the file was published or taken. */
  readonly publishedOn?: string;
  /** The month that the file is about (2026-12), for days that stand alone. */
  readonly month?: string;
  /** ISO date of the same row, or of the row before. */
  readonly near?: string;
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday?: number | undefined;
}

/**
 * Finds the year of a date that names none, and says from what: the fiscal year, else the dates around it, else the date of
 * publication (the nearest such day from two months before it). Without a reference it gives nothing.
 */
export function resolveYear(
  date: MonthDay,
  reference: DateReference,
): { year: number; repair: Repair } | undefined {
  if (reference.fiscalYear !== undefined) {
    const year = date.month >= 4 ? reference.fiscalYear : reference.fiscalYear + 1;
    return { year, repair: said(year, `${reference.fiscalYear}年度のファイルとして`) };
  }
  if (reference.near !== undefined) {
    const year = nearest(date, reference.near, -183);
    if (year !== undefined)
      return { year, repair: said(year, `前後の日付 ${reference.near} から`) };
  }
  if (reference.publishedOn === undefined) return undefined;
  const year = nearest(date, reference.publishedOn, -61);
  return year === undefined
    ? undefined
    : { year, repair: said(year, `公開日 ${reference.publishedOn} から`) };
}

/** The year whose day lies within the 366 days that begin `from` days after the reference; the named weekday decides when it can. */
function nearest(date: MonthDay, reference: string, from: number): number | undefined {
  const base = Number(reference.slice(0, 4));
  const real = [base - 1, base, base + 1].filter((year) => isReal({ ...date, year }));
  const fitting = real.filter((year) => weekdayOf(iso({ ...date, year })) === date.weekday);
  const pool = fitting.length > 0 ? fitting : real;
  const within = pool.find((year) => {
    const distance = daysBetween(reference, iso({ ...date, year }));
    return distance >= from && distance < from + 366;
  });
  return within ?? pool[0];
}

function said(year: number, by: string): Repair {
  return { code: 'DATE_YEAR_ADDED', message: `年のない日付を、${by}${year}年と読みました。` };
}
