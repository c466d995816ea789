import { isReal, iso, lastDayOf, serialDate, weekdayNames, weekdayOf } from './calendar.js';
import { daysOn, weeklyParts, withoutAside } from './date-prose.js';
import { type DateToken, dateTokens } from './date-token.js';
import {
  blank,
  type Fault,
  isBlank,
  type Reading,
  type Repair,
  refused,
  tooLong,
} from './reading.js';
import { type DateReference, resolveYear } from './year.js';

/** One day, or the days from `from` to `to` (both included), in ISO form. */
export interface DateSpan {
  readonly from: string;
  readonly to?: string;
  /** HH:MM when the cell named one. */
  readonly time?: string;
}

/**
 * Reads every date of a cell: ISO, slashes, 和暦 (令和4年5月1日, R4.5.1), kanji numerals, Excel serials, ranges, several in a cell,
 * a whole month. Years that are not written are resolved against the reference and said; days that do not exist are refused.
 */
export function readDates(cell: string, reference: DateReference = {}): Reading<DateSpan[]> {
  const raw = cell.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw) && isIso(raw)) return { value: [{ from: raw }], repairs: [] };
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const special = readUnusual(raw);
  if (special) return special;
  const tokens = dateTokens(raw, reference.month !== undefined);
  return tokens ? assemble(tokens, { raw, reference }) : readWordy(raw, reference);
}

/** A cell in which words stand beside the dates: asides are kept as prose, a range with 毎週 gives its days. */
function readWordy(raw: string, reference: DateReference): Reading<DateSpan[]> {
  const { date, prose } = withoutAside(raw);
  const tokens = prose === undefined ? undefined : dateTokens(date);
  if (tokens) return { ...assemble(tokens, { raw, reference }), prose: raw };
  const weekly = weeklyParts(date);
  const inner = weekly && dateTokens(weekly.range);
  const range = inner && assemble(inner, { raw: weekly.range, reference });
  const [span] = range?.value ?? [];
  const days =
    weekly && span?.to !== undefined && range?.value?.length === 1
      ? daysOn(weekly.weekdays, { from: span.from, to: span.to })
      : [];
  if (!range || days.length === 0) return refused(raw, unreadable(raw));
  const repair: Repair = {
    code: 'DATE_WEEKLY',
    message: `「${raw}」を ${days.length} 日（${days.join('、').slice(0, 200)}）と読みました。`,
  };
  return {
    ...range,
    value: days.map((from) => ({ from })),
    prose: raw,
    repairs: [...range.repairs.filter(({ code }) => code !== 'DATE_FORM'), repair],
  };
}

/** Reads a cell that should hold one day; of a range the first day is taken and the cell is kept as prose. */
export function readDate(cell: string, reference: DateReference = {}): Reading<string> {
  const { value, ...rest } = readDates(cell, reference);
  const first = value?.[0];
  if (!first) return rest;
  if (value.length === 1 && first.to === undefined) return { ...rest, value: first.from };
  const repair: Repair = {
    code: 'DATE_FIRST_OF_SEVERAL',
    message: `「${cell.trim()}」から最初の日 ${first.from} を採りました。`,
  };
  return { ...rest, value: first.from, prose: cell.trim(), repairs: [...rest.repairs, repair] };
}

/** Whether a text is an ISO date of a day that exists. */
function isIso(text: string): boolean {
  return isReal({
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
  });
}

function readUnusual(raw: string): Reading<DateSpan[]> | undefined {
  const text = raw.normalize('NFKC').replaceAll(/\s/g, '');
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (serial >= 20_000 && serial < 60_000) {
    const from = serialDate(serial);
    return {
      value: [{ from }],
      repairs: [
        {
          code: 'DATE_SERIAL',
          message: `表計算ソフトの通し番号「${raw}」を ${from} と読みました。`,
        },
      ],
    };
  }
  if (/^(?:未定|調整中|随時|通年|毎日|常時|期間中)/u.test(text)) {
    return refused(raw, {
      code: 'DATE_UNDECIDED',
      message: `日付が「${raw}」です。`,
      remedy: '決まりしだい日付を入力してください。',
    });
  }
  if (/^(?:\d{2}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4})$/.test(text)) {
    return refused(raw, {
      code: 'DATE_AMBIGUOUS',
      message: `「${raw}」は年・月・日の並びを決められません。`,
      remedy: '西暦4桁で YYYY-MM-DD と入力してください。',
    });
  }
  return undefined;
}

interface Work {
  readonly raw: string;
  readonly reference: DateReference;
}

function assemble(tokens: readonly DateToken[], { raw, reference }: Work): Reading<DateSpan[]> {
  const spans: DateSpan[] = [];
  const repairs: Repair[] = [];
  let problem: Fault | undefined;
  let before: { year: number; month: number } | undefined;
  for (const token of tokens) {
    const dated = dateOf(token, { before, reference, repairs });
    if ('code' in dated) return refused(raw, dated);
    problem ??= weekdayFault(token, dated.from);
    const last = spans.at(-1);
    if (token.tie === 'range' && last) {
      const to = dated.to ?? dated.from;
      if (to < last.from) return refused(raw, reversed(raw));
      spans[spans.length - 1] = { ...last, to };
    } else {
      spans.push(dated);
    }
    before = { year: Number(dated.from.slice(0, 4)), month: Number(dated.from.slice(5, 7)) };
  }
  const form = formRepair(raw, spans);
  const reading = { value: spans, repairs: form ? [form, ...repairs] : repairs };
  return problem ? { ...reading, problem } : reading;
}

interface Around {
  readonly before: { readonly year: number; readonly month: number } | undefined;
  readonly reference: DateReference;
  readonly repairs: Repair[];
}

function dateOf(token: DateToken, around: Around): DateSpan | Fault {
  const known = token.month === undefined ? around.reference.month : undefined;
  const month = token.month ?? around.before?.month ?? Number(known?.slice(5, 7) ?? 0);
  const year =
    known !== undefined && !around.before
      ? yearOfMonth(known, around)
      : yearOf(token, month, around);
  if (year === undefined) return withoutYear;
  if (token.era?.ended)
    around.repairs.push({
      code: 'DATE_ERA_ENDED',
      message: `終わった元号の年を${year}年と読みました。`,
    });
  const time = token.time === undefined ? {} : { time: token.time };
  if (token.day !== undefined) {
    const day = { year, month, day: token.day };
    return isReal(day)
      ? { from: iso(day), ...time }
      : impossible(`${year}年${month}月${token.day}日`);
  }
  if (!isReal({ year, month, day: 1 })) return impossible(`${year}年${month}月`);
  around.repairs.push({
    code: 'DATE_MONTH_ONLY',
    message: '日がないため、月の初日から末日までと読みました。',
  });
  return {
    from: iso({ year, month, day: 1 }),
    to: iso({ year, month, day: lastDayOf(year, month) }),
  };
}

/** The year of a day that stands alone, in the month that the file is about. */
function yearOfMonth(month: string, { repairs }: Around): number {
  repairs.push({
    code: 'DATE_MONTH_ADDED',
    message: `月のない日付を、${month.replace('-', '年')}月の日と読みました。`,
  });
  return Number(month.slice(0, 4));
}

function yearOf(
  token: DateToken,
  month: number,
  { before, reference, repairs }: Around,
): number | undefined {
  if (token.year !== undefined) return token.year;
  if (before) return month < before.month ? before.year + 1 : before.year;
  const found = resolveYear({ month, day: token.day ?? 1, weekday: token.weekday }, reference);
  if (found) repairs.push(found.repair);
  return found?.year;
}

function formRepair(raw: string, spans: readonly DateSpan[]): Repair | undefined {
  const said = spans
    .map(
      ({ from, to, time }) =>
        `${from}${to === undefined ? '' : `/${to}`}${time === undefined ? '' : ` ${time}`}`,
    )
    .join(';');
  return said === raw
    ? undefined
    : { code: 'DATE_FORM', message: `「${raw}」を ${said} と読みました。` };
}

function weekdayFault({ weekday }: DateToken, date: string): Fault | undefined {
  if (weekday === undefined || weekdayOf(date) === weekday) return undefined;
  return {
    code: 'DATE_WEEKDAY',
    message: `${date} は${weekdayNames[weekdayOf(date)]}曜日ですが、「${weekdayNames[weekday]}」と書かれています。`,
    remedy: '日付か曜日のどちらが正しいか確認してください。',
  };
}

const withoutYear: Fault = {
  code: 'DATE_WITHOUT_YEAR',
  message: '年がなく、年を決める手がかりもありません。',
  remedy: '西暦の年を加えるか、取り込みのときに年度または公開日を指定してください。',
};

function impossible(date: string): Fault {
  return {
    code: 'DATE_IMPOSSIBLE',
    message: `${date} は存在しない日付です。`,
    remedy: '実在する日付を YYYY-MM-DD で入力してください。',
  };
}

function reversed(raw: string): Fault {
  return {
    code: 'DATE_REVERSED',
    message: `「${raw}」は終わりが始まりより前です。`,
    remedy: '始まりと終わりを確認してください。',
  };
}

function unreadable(raw: string): Fault {
  return {
    code: 'DATE_UNREADABLE',
    message: `「${raw.slice(0, 60)}」を日付として読めません。`,
    remedy: 'YYYY-MM-DD と入力し、説明は特記事項に書いてください。',
  };
}
