import holidays from '@holiday-jp/holiday_jp';

import { onJapaneseClocks } from '../japan-time.js';
import { Tri } from '../value/tri.js';
import { ClosingKind, type ClosingRule } from './closing-rule.js';

/** Hours of one weekday, 1 Monday to 7 Sunday; times are HH:MM in Japan. */
export interface WeekdayHours {
  readonly weekday: number;
  readonly opensAt: string;
  readonly closesAt: string;
}

/** A day in Japan (YYYY-MM-DD) that follows neither hours nor rules; null times are those of a closed day. */
export interface ExceptionalDay {
  readonly on: string;
  readonly opensAt?: string | null;
  readonly closesAt?: string | null;
}

/** What is known of when a place is open. */
export interface Opening {
  readonly hours?: readonly WeekdayHours[] | null | undefined;
  readonly closedDays?: readonly ClosingRule[] | null | undefined;
  /** Days that follow neither; they hold whatever the rules say. */
  readonly exceptions?: readonly ExceptionalDay[] | null | undefined;
}

const minutesOfDay = 24 * 60;
/** New Year's days on which public places are closed when a rule names no days of its own. */
const usualYearEnd = { from: '12-29', to: '01-03' } as const;

/**
 * Whether a place is open at a moment, by its hours in Japan and the days on which it is closed. Unknown where no
 * hours were told, and on national holidays of which no rule speaks: some places close then, others close a day later.
 * A day of its own hours follows these alone.
 */
export function isOpenAt({ hours, closedDays, exceptions }: Opening, at: Date): Tri {
  if (!hours || hours.length === 0) return Tri.UNKNOWN;
  const japan = onJapaneseClocks(at);
  const minute = japan.getUTCHours() * 60 + japan.getUTCMinutes();
  const today = holdsOn(japan, minute, { hours, closedDays, exceptions });
  const yesterday = new Date(japan.getTime() - minutesOfDay * 60_000);
  const lateNight = holdsOn(yesterday, minute + minutesOfDay, {
    hours,
    closedDays,
    exceptions,
  });
  if (today === Tri.YES || lateNight === Tri.YES) return Tri.YES;
  return today === Tri.UNKNOWN || lateNight === Tri.UNKNOWN ? Tri.UNKNOWN : Tri.NO;
}

/** Whether the hours of a day hold at a minute counted from its midnight. */
function holdsOn(
  day: Date,
  minute: number,
  { hours, closedDays, exceptions }: Opening & { hours: readonly WeekdayHours[] },
): Tri {
  const date = day.toISOString().slice(0, 10);
  const own = exceptions?.filter(({ on }) => on === date) ?? [];
  if (own.length > 0) return own.some((each) => isWithin(each, minute)) ? Tri.YES : Tri.NO;
  const weekday = weekdayOf(day);
  const within = hours.some((each) => each.weekday === weekday && isWithin(each, minute));
  return within ? not(isClosedOn(day, closedDays ?? [])) : Tri.NO;
}

function isWithin(
  { opensAt, closesAt }: Pick<ExceptionalDay, 'opensAt' | 'closesAt'>,
  minute: number,
): boolean {
  if (!opensAt || !closesAt) return false;
  const opens = minutesOf(opensAt);
  const closes = minutesOf(closesAt);
  const end = closes <= opens ? closes + minutesOfDay : closes;
  return opens <= minute && minute < end;
}

function isClosedOn(day: Date, rules: readonly ClosingRule[]): Tri {
  if (rules.some((rule) => applies(rule, day))) return Tri.YES;
  return isHoliday(day) ? Tri.UNKNOWN : Tri.NO;
}

function applies(rule: ClosingRule, day: Date): boolean {
  const weekday = weekdayOf(day);
  switch (rule.rule) {
    case ClosingKind.WEEKDAY:
      return rule.weekday === weekday;
    case ClosingKind.NTH_WEEKDAY:
      return rule.weekday === weekday && rule.nth === Math.ceil(day.getUTCDate() / 7);
    case ClosingKind.HOLIDAY:
      return isHoliday(day);
    case ClosingKind.YEAR_END: {
      const date = day.toISOString().slice(5, 10);
      const from = rule.from ?? usualYearEnd.from;
      const to = rule.to ?? usualYearEnd.to;
      return from <= to ? from <= date && date <= to : from <= date || date <= to;
    }
  }
}

/** National holidays as the Cabinet Office publishes them; the list reaches to 2050. */
function isHoliday(day: Date): boolean {
  return day.toISOString().slice(0, 10) in holidays.holidays;
}

function weekdayOf(day: Date): number {
  return day.getUTCDay() === 0 ? 7 : day.getUTCDay();
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function not(fact: Tri): Tri {
  if (fact === Tri.UNKNOWN) return fact;
  return fact === Tri.YES ? Tri.NO : Tri.YES;
}
