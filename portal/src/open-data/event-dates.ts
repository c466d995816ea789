import { addDays, daysBetween, endInJapan, inJapan } from './japan-clock.js';

/** One time at which something takes place; moments are ISO 8601. */
export interface Time {
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly allDay: boolean;
}

/** The cells of an event's dates and times. */
export interface DateCells {
  readonly startDate: string;
  readonly endDate: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Every time by itself, where first and last day and one pair of times do not say them all; else empty. */
  readonly note: string;
}

/** How the note begins that tells every time; the reading of event lists knows it. */
const noteMark = '開催日時：';

/** Days that the reading of an event list tells one by one; a longer span is one stretch to it. */
const longestRun = 92;

/** A time as days and clocks show it; `end` above 24:00 lies in the next day. */
interface Shown {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** Where it ends on a later day than the next. */
  readonly lastDate: string | undefined;
}

/**
 * Writes the times of an event so that reading the cells gives the same times again: a run of days with one pair of
 * times, or one long stretch, in the four columns; anything else in the note too, time by time.
 */
export function dateCells(times: readonly Time[]): DateCells {
  const shown = inOrder(times).map(shownTime);
  const [first] = shown;
  if (!first) return { startDate: '', endDate: '', startTime: '', endTime: '', note: '' };
  const last =
    shown
      .map(({ date, lastDate }) => lastDate ?? date)
      .toSorted()
      .at(-1) ?? first.date;
  const isOne = shown.every(({ start, end }) => start === first.start && end === first.end);
  return {
    startDate: first.date,
    endDate: last,
    startTime: isOne ? first.start : '',
    endTime: isOne ? first.end : '',
    note: isRun(shown) || isStretch(shown) ? '' : noteMark + shown.map(inWords).join(';'),
  };
}

/** Times by their start; most come in that order, which texts of one form show without being read. */
function inOrder(times: readonly Time[]): readonly Time[] {
  const isSorted = times.every(({ startsAt }, at) => {
    const before = times[at - 1];
    return !before || (before.startsAt.length === startsAt.length && before.startsAt <= startsAt);
  });
  if (isSorted && times.every(({ startsAt }) => startsAt.endsWith('Z'))) return times;
  return times.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
}

function shownTime({ startsAt, endsAt, allDay }: Time): Shown {
  const start = inJapan(startsAt);
  const clock = allDay ? '' : start.time;
  if (endsAt === null) return { date: start.date, start: clock, end: '', lastDate: undefined };
  const end = endInJapan(endsAt);
  const days = daysBetween(start.date, end.date);
  const isWhole = allDay && end.time === '24:00';
  if (days <= 0)
    return {
      date: start.date,
      start: clock,
      end: isWhole ? '' : end.time,
      lastDate: isWhole ? start.date : undefined,
    };
  if (days === 1 && !allDay && end.time < start.time)
    return { date: start.date, start: clock, end: nextDay(end.time), lastDate: undefined };
  return { date: start.date, start: clock, end: isWhole ? '' : end.time, lastDate: end.date };
}

/** A time of the next day as it is counted on from this one: 01:30 is 25:30. */
function nextDay(time: string): string {
  return `${Number(time.slice(0, 2)) + 24}${time.slice(2)}`;
}

/** Whether every day from the first to the last has the same times once. */
function isRun(shown: readonly Shown[]): boolean {
  const [first] = shown;
  return (
    shown.length <= longestRun &&
    shown.every(
      ({ date, start, end, lastDate }, day) =>
        lastDate === undefined &&
        first !== undefined &&
        date === addDays(first.date, day) &&
        start === first.start &&
        end === first.end,
    )
  );
}

/** Whether it is one time so long that the reading of a list takes it for one. */
function isStretch([only, ...others]: readonly Shown[]): boolean {
  if (!only?.lastDate || others.length > 0) return false;
  return daysBetween(only.date, only.lastDate) + 1 > longestRun;
}

function inWords({ date, start, end, lastDate }: Shown): string {
  const from = start ? `${date} ${start}` : date;
  if (lastDate !== undefined) return `${from}/${end ? `${lastDate} ${end}` : lastDate}`;
  return end ? `${from}-${end}` : from;
}
