import { type DateSpan, readDate, readDates } from '../cell/date.js';
import { readTime, readTimes, type TimeSpan } from '../cell/time.js';
import { timedWeekday } from '../cell/timed-weekday.js';
import { readWeekdays } from '../cell/weekday.js';
import type { DateReference } from '../cell/year.js';
import type { Row } from '../row.js';
import type { Moment, Occurrence } from './event-session.js';
import { daysOfPattern } from './pattern.js';
import { toldTimes } from './told-times.js';

/** When an event takes place, as far as its row says. */
export interface EventDates {
  readonly occurrences: readonly Occurrence[];
  readonly startsOn?: string;
  readonly endsOn?: string;
}

/** Reads the columns of dates and times together. Several days and several times give an occurrence each; a missing start stays missing. */
export function eventDates(row: Row): EventDates {
  const told = toldTimes(row.text('dateNote'));
  if (told) return boundsOfTold(told);
  const starting = splitMoment(row.cell('startDate'));
  const ending = splitMoment(row.cell('endDate'));
  const reference = referenceOf(row, [starting.date, ending.date]);
  const starts = row.keep('startDate', readDates(starting.date, reference));
  const ends = row.keep('endDate', readDates(ending.date, reference));
  const times = timesOf(row, { starts, within: starting.time });
  const endsOn = ends?.at(-1)?.to ?? ends?.at(-1)?.from;
  if (!starts) return withoutStart(row, { endsOn, times });
  const first = starts[0]?.from;
  const isReversed = endsOn !== undefined && first !== undefined && endsOn < first;
  if (isReversed) reversed(row, { first, endsOn });
  const days =
    starts.length === 1 && endsOn !== undefined && !isReversed
      ? [spanned(starts[0], endsOn)]
      : starts;
  const last = days.at(-1);
  const held = onPattern(row, days);
  compareCount(row, held);
  return {
    occurrences: held.flatMap((day) => occurrencesOn(day, times)),
    ...(first === undefined ? {} : { startsOn: first }),
    ...(last === undefined ? {} : { endsOn: last.to ?? last.from }),
  };
}

/** Times that the note tells one by one say more than the columns, which hold the first and the last day. */
function boundsOfTold(occurrences: readonly Occurrence[]): EventDates {
  const days = occurrences.map(({ date }) => date).toSorted();
  const ends = occurrences.map(({ date, lastDate }) => lastDate ?? date).toSorted();
  const [first, last] = [days[0], ends.at(-1)];
  return {
    occurrences,
    ...(first !== undefined && { startsOn: first }),
    ...(last !== undefined && { endsOn: last }),
  };
}

/** The columns that together name a moment, and from what its year is known. */
export interface MomentColumns {
  readonly date: string;
  readonly time: string;
  readonly at: 'start' | 'end';
  readonly reference: DateReference;
}

/** A span of days with a pattern of weekdays (開催パターン 0We) takes place on those days only. */
function onPattern(row: Row, spans: readonly DateSpan[]): readonly DateSpan[] {
  // Weekdays stand in a column of their own, or before the times.
  const said = timedWeekday(row.cell('startTime'))?.weekdays ?? '';
  const own = readWeekdays(row.cell('pattern')).value;
  const words = own ? row.cell('pattern').trim() : said;
  const weekdays = own ?? readWeekdays(said).value;
  const [span] = spans;
  if (!weekdays || spans.length !== 1 || span?.to === undefined) return spans;
  const days = daysOfPattern(weekdays, { from: span.from, to: span.to });
  if (days.length === 0) return spans;
  row.note(own ? 'pattern' : 'startTime', {
    level: 'remark',
    code: 'PATTERN_EXPANDED',
    message: `期間のうち「${words}」にあたる ${days.length} 日を開催日としました。`,
    remedy: '休みの日があれば特記事項に書いてください。',
  });
  return days.map((from) => ({ from }));
}

/** 全8回 beside the days, of which the weekdays made another number: a holiday lies between, and nobody knows which. */
function compareCount(row: Row, held: readonly DateSpan[]): void {
  const said = /全(\d{1,3})回/u.exec(
    `${row.cell('startDate')} ${row.cell('startTime')}`.normalize('NFKC'),
  )?.[1];
  if (said === undefined || held.length < 2 || Number(said) === held.length) return;
  row.note('startDate', {
    level: 'problem',
    code: 'COUNT_DIFFERS',
    message: `全${said}回とありますが、開催日は ${held.length} 日になりました。`,
    remedy: '休みの日があるときは、開催日を「、」で区切ってすべて書いてください。',
  });
}

/** Reads a date column and a time column that together name one moment. */
export function momentOf(row: Row, columns: MomentColumns): Moment | undefined {
  const cell = splitMoment(row.cell(columns.date));
  const date = row.keep(columns.date, readDate(cell.date, columns.reference));
  if (date === undefined) return undefined;
  const inCell = readDates(cell.date, columns.reference).value?.[0]?.time;
  const time =
    row.read(columns.time, (text) => readTime(text, columns.at)) ??
    readTime(cell.time, columns.at).value ??
    inCell;
  return time === undefined ? { date } : { date, time };
}

/** The date and the time of a cell such as 5月1日(日) 午後2時〜4時; a cell that is a date or no moment stays whole. */
function splitMoment(cell: string): { date: string; time: string } {
  if (readDates(cell, { near: '2000-01-01' }).value) return { date: cell, time: '' };
  const text = cell.normalize('NFKC');
  const at = text.search(/午前|午後|正午|\d{1,2}:\d{2}|(?<!\d)\d{1,2}時/u);
  if (at <= 0) return { date: cell, time: '' };
  const date = text.slice(0, at).replace(/[\s、,の/]+$/u, '');
  const time = text.slice(at).trim();
  const isMoment =
    readDates(date, { near: '2000-01-01' }).value !== undefined &&
    readTimes(time).value !== undefined;
  return isMoment ? { date, time } : { date: cell, time: '' };
}

/** The days that a cell names, in some year, and whether it names a time of theirs; no day where it cannot be read. */
export function daysIn(cell: string): { days: readonly DateSpan[]; hasTime: boolean } {
  const { date, time } = splitMoment(cell);
  const days = readDates(date, { near: '2000-01-01', month: '2000-01' }).value ?? [];
  return { days, hasTime: time !== '' || days.some((day) => day.time !== undefined) };
}

/** A year of the same row is stronger than what is known from outside. */
function referenceOf(row: Row, cells: readonly string[]): DateReference {
  const dated = cells.flatMap((cell) => readDates(cell).value ?? [])[0];
  return dated === undefined ? row.context.reference : { near: dated.from };
}

function timesOf(
  row: Row,
  { starts, within }: { starts: readonly DateSpan[] | undefined; within: string },
): TimeSpan[] {
  const spans =
    row.read('startTime', (cell) => readTimes(timedWeekday(cell)?.times ?? cell)) ??
    readTimes(within).value ??
    timesInNote(row);
  const closing = readTime(row.cell('endTime'), 'end');
  const end = row.keep('endTime', closing);
  const inCell = starts?.[0]?.time;
  if (spans.length === 0 && inCell !== undefined) spans.push({ start: inCell });
  if (end === undefined) return spans;
  const [first] = spans;
  if (spans.length > 1) return spans;
  if (first?.start !== undefined && end <= first.start && !closing.nextDay) {
    row.note('endTime', {
      level: 'problem',
      code: 'TIME_REVERSED',
      message: `終了時刻 ${end} が開始時刻 ${first.start} より前のため、終了時刻を採りません。`,
      remedy: '24時間の HH:MM で入力し直してください。',
    });
    return [{ start: first.start }];
  }
  const start = first?.start === undefined ? {} : { start: first.start };
  return [closing.nextDay ? { ...start, end, nextDay: true } : { ...start, end }];
}

/** Where the columns of times are blank, the note may hold nothing but times: (1)13:50~14:50 (2)15:10~16:10. */
function timesInNote(row: Row): TimeSpan[] {
  const note = row.untraced(row.text('dateNote'));
  if (note === undefined || `${row.cell('startTime')}${row.cell('endTime')}`.trim() !== '')
    return [];
  const text = note
    .normalize('NFKC')
    .replaceAll(/[([]\d{1,2}[)\]]/g, '、')
    .replace(/^[、\s]+/u, '');
  const spans = readTimes(text).value ?? [];
  const isApart = spans.every(
    ({ start, end }, at) =>
      start !== undefined && end !== undefined && start >= (spans[at - 1]?.end ?? ''),
  );
  if (spans.length === 0 || !isApart) return [];
  row.note('dateNote', {
    level: 'repair',
    code: 'TIMES_FROM_NOTE',
    message: `時刻の欄が空のため、備考から ${spans.map(({ start, end }) => `${start}〜${end}`).join('、')} を読みました。`,
    remedy: '開始時刻と終了時刻の欄に入力し、回ごとに行を分けてください。',
  });
  return [...spans];
}

function withoutStart(
  row: Row,
  { endsOn, times }: { endsOn: string | undefined; times: readonly TimeSpan[] },
): EventDates {
  if (endsOn === undefined) return { occurrences: [] };
  row.note('endDate', {
    level: 'repair',
    code: 'START_DATE_MISSING',
    message: `開始日がないため、終了日 ${endsOn} だけを開催日としました。`,
    remedy: '開始日を入力してください。',
  });
  return { occurrences: occurrencesOn({ from: endsOn }, times), endsOn };
}

function spanned(start: DateSpan | undefined, endsOn: string): DateSpan {
  const from = start?.from ?? endsOn;
  return endsOn === from ? { from } : { from, to: endsOn };
}

function occurrencesOn({ from, to }: DateSpan, times: readonly TimeSpan[]): Occurrence[] {
  const days = to === undefined || to === from ? { date: from } : { date: from, lastDate: to };
  if (times.length === 0) return [days];
  return times.map(({ start, end, nextDay }) => ({
    ...days,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(nextDay && end !== undefined ? { endsNextDay: true as const } : {}),
  }));
}

function reversed(row: Row, { first, endsOn }: { first: string; endsOn: string }): void {
  row.note('endDate', {
    level: 'problem',
    code: 'DATE_REVERSED',
    message: `終了日 ${endsOn} が開始日 ${first} より前のため、終了日を採りません。`,
    remedy: '開始日と終了日を確認してください。',
  });
}
