import { readAudience } from '../cell/age.js';
import { readDates } from '../cell/date.js';
import { isDitto } from '../cell/ditto.js';
import { readIsbn } from '../cell/isbn.js';
import { readPhone } from '../cell/phone.js';
import { isBlank } from '../cell/reading.js';
import { readTimes } from '../cell/time.js';
import { timedWeekday } from '../cell/timed-weekday.js';
import { readWeekdays } from '../cell/weekday.js';

/** What the values of a column look like. */
export type ValueShape =
  | 'date'
  | 'time'
  | 'yen'
  | 'phone'
  | 'isbn'
  | 'weekday'
  | 'url'
  | 'email'
  | 'people'
  | 'ages'
  | 'facility'
  | 'running';

/** The Japanese words for a shape, as a preview says why a column was proposed. */
export const shapeTitles: Readonly<Record<ValueShape, string>> = {
  date: '日付',
  time: '時刻',
  yen: '金額',
  phone: '電話番号',
  isbn: 'ISBN',
  weekday: '曜日',
  url: 'URL',
  email: 'メールアドレス',
  people: '人数',
  ages: '対象者',
  facility: '施設の名前',
  running: '行の番号',
};

/** Says whether a text is the name of a place that the city knows. */
export type FacilityKnowing = (text: string) => boolean;

/** Share of the filled cells of a column that must have a shape. */
const most = 0.6;

/** The shapes that the values of a column have; a column of one text repeated, or with nothing in it, has those of that text. */
export function shapesOf(
  cells: readonly string[],
  isFacility: FacilityKnowing,
): ReadonlySet<ValueShape> {
  const filled = filledIn(cells);
  const has = (test: (cell: string) => boolean): boolean =>
    filled.length > 0 && filled.filter(test).length >= filled.length * most;
  const tests = { ...tellers, facility: (cell: string) => isFacility(cell) };
  const shapes = Object.entries(tests)
    .filter(([, test]) => has(test))
    // The keys of the table are shapes.
    .map(([shape]) => shape as ValueShape);
  const numbers = filled.filter((cell) => /^\d+$/.test(cell));
  const isRunning =
    has((cell) => /^\d+$/.test(cell)) && numbers.every((cell, at) => Number(cell) === at + 1);
  return new Set(isRunning ? [...shapes, 'running'] : shapes);
}

/** Whether the values of a column are days of a month that is known from elsewhere. */
export function areDays(cells: readonly string[], month: string | undefined): boolean {
  const filled = filledIn(cells);
  const days = filled.filter((cell) => readDates(cell, { month: month ?? '' }).value !== undefined);
  return month !== undefined && days.length > 0 && days.length >= filled.length * most;
}

/** What a column says, each once, without blanks and marks for the row above. */
const filledIn = (cells: readonly string[]): string[] =>
  [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => !isBlank(cell) && !isDitto(cell));

const nearAnyDay = { near: '2026-01-01' };

const tellers: Readonly<
  Record<Exclude<ValueShape, 'facility' | 'running'>, (cell: string) => boolean>
> = {
  date: (cell) => !/^\d{1,4}$/.test(cell) && readDates(cell, nearAnyDay).value !== undefined,
  time: (cell) =>
    /[:：時半午]/u.test(cell) && readTimes(timedWeekday(cell)?.times ?? cell).value !== undefined,
  yen: (cell) => /\d[\d,，]*\s*円|無料|^[¥￥]\s*\d/u.test(cell.normalize('NFKC')),
  phone: (cell) => /\d[-()（）－\s]\d/u.test(cell) && readPhone(cell).value !== undefined,
  isbn: (cell) => readIsbn(cell).value !== undefined,
  weekday: (cell) => !/^\d+$/.test(cell) && readWeekdays(cell).value !== undefined,
  url: (cell) => /^https?:\/\//i.test(cell),
  email: (cell) => /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(cell.normalize('NFKC')),
  people: (cell) => /^(?:各回|先着|抽選)?\s*\d{1,4}\s*(?:名|人|組)/u.test(cell.normalize('NFKC')),
  ages: (cell) =>
    /歳|才|小学|中学|高校|幼児|乳幼児|児童|親子|保護者|大人|おとな|成人|どなた|だれ|在住|在勤/u.test(
      cell,
    ) && readAudience(cell).value !== undefined,
};
