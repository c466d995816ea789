import { readTable } from '../table.js';

/** Hours of one weekday; 1 is Monday, 7 is Sunday, times are HH:MM in Tokyo. */
export interface WeeklyHours {
  weekday: number;
  opensAt: string;
  closesAt: string;
}

/** The kinds of closing rules. */
export const CLOSING_RULES = ['WEEKDAY', 'NTH_WEEKDAY', 'HOLIDAY', 'YEAR_END'] as const;

/** A rule for days on which the facility is closed (休館日). */
export interface ClosingRule {
  rule: (typeof CLOSING_RULES)[number];
  /** Which weekday of the month, from 1; only for NTH_WEEKDAY. */
  nth: number | null;
  weekday: number | null;
  /** First and last day as MM-DD; only for YEAR_END. */
  from: string | null;
  to: string | null;
}

/** Hours and closing rules of one facility; `sample` where no source told them. */
export interface Opening {
  hours: WeeklyHours[];
  closedDays: ClosingRule[];
  sample: boolean;
}

/** Promises the hours told for the facility itself, else those of its type, and the city-wide closing days. */
export const openingOf = (facilityCode: string, type: string): Opening => {
  const lines = readTable('opening-hours');
  const own = lines.filter((line) => line.text('scope') === facilityCode);
  const told = own.length > 0 ? own : lines.filter((line) => line.text('scope') === type);
  const closing = readTable('closed-days');
  const ownClosing = closing.filter((line) => line.text('scope') === facilityCode);
  const rules =
    ownClosing.length > 0 ? ownClosing : closing.filter((line) => line.text('scope') === type);
  return {
    hours: told.map((line) => ({
      weekday: line.number('weekday'),
      opensAt: line.text('opensAt'),
      closesAt: line.text('closesAt'),
    })),
    closedDays: [...rules, ...closing.filter((line) => line.text('scope') === '*')].map((line) => ({
      rule: line.oneOf('rule', CLOSING_RULES),
      nth: line.maybeNumber('nth'),
      weekday: line.maybeNumber('weekday'),
      from: line.maybe('from'),
      to: line.maybe('to'),
    })),
    sample: told.some((line) => line.text('dataset') === 'sample'),
  };
};
