import { kanji2number } from '@geolonia/japanese-numeral';
import { dateTokens } from './date-token.js';
import { blank, isBlank, type Reading, type Repair, refused, tooLong } from './reading.js';

/** A span of the clock as HH:MM; `24:00` is the end of the day, `nextDay` says that the end lies behind midnight. */
export interface TimeSpan {
  readonly start?: string;
  readonly end?: string;
  readonly nextDay?: true;
}

/** Minutes since midnight; above 1440 when the cell counted past midnight (25:30). */
interface Clock {
  readonly minutes: number;
  readonly side?: 'morning' | 'afternoon';
  /** An hour from 1 to 5 as it is spoken (2時), which nobody means at night. */
  readonly isSpoken?: true;
}

const clockPattern =
  /^(?:(?<before>午前|午後|[ap]m)?(?:(?<h>\d{1,2})(?::|(?<spoken>時))(?:(?<m>\d{1,2})分?(?::\d{2})?|(?<middle>半))?|(?<compact>\d{3,4})(?!\d))(?<after>[ap]m)?|(?<word>正午|零時))/iu;
const joint = /^(?:から|より|頃から)?[,、]?[~-]|^(?:頃)?(?:から|より)/u;
const gap = /^(?:[,、・;/&と]|及び|および|または|又は)+/u;
const tail = /^(?:頃|ごろ|ころ|まで|迄|開始|終了|\(?予定\)?)+/u;
const wholeDay = /^(?:24時間|終日)(?:営業|利用可能?|利用可|対応|開放|使用可能?|開館|受付)?$/u;

/** Reads the spans of a cell: 9:00〜17:00, 午前10時から正午まで, several spans parted by 、 or line ends. Prose (日没) is kept, not guessed. */
export function readTimes(cell: string): Reading<TimeSpan[]> {
  const raw = cell.trim();
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(raw)) return { value: [{ start: raw }], repairs: [] };
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const text = plain(raw);
  if (wholeDay.test(text))
    return { value: [{ start: '00:00', end: '24:00' }], repairs: [formOf(raw, '00:00-24:00')] };
  const serial = ofSerial(text);
  if (serial !== undefined) return { value: [{ start: serial }], repairs: [formOf(raw, serial)] };
  const moment = ofMoment(raw);
  if (moment) return moment;
  const clocks = clocksOf(/^\d{1,2}$/.test(text) ? `${text}:00` : text);
  return clocks === undefined ? refused(raw, unreadable(raw)) : spansOf(clocks, raw);
}

/** Reads a cell that should hold one time; `at` says which end of a span is wanted. */
export function readTime(
  cell: string,
  at: 'start' | 'end' = 'start',
): Reading<string> & { readonly nextDay?: true } {
  const { value, ...rest } = readTimes(cell);
  const first = at === 'start' ? value?.[0] : value?.at(-1);
  if (!first) return rest;
  const time = at === 'start' ? (first.start ?? first.end) : (first.end ?? first.start);
  if (time === undefined) return rest;
  const repairs = at === 'end' && time === '24:00' && cell.trim() === '24:00' ? [] : rest.repairs;
  const nextDay = first.nextDay ? { nextDay: first.nextDay } : {};
  if (value?.length === 1 && (first.start === undefined || first.end === undefined))
    return { ...rest, ...nextDay, repairs, value: time };
  const partial: Repair = {
    code: 'TIME_FROM_SPAN',
    message: `「${cell.trim()}」から ${time} を採りました。`,
  };
  return {
    ...rest,
    ...nextDay,
    value: time,
    prose: cell.trim(),
    repairs: [...rest.repairs, partial],
  };
}

function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .replaceAll(/\n+/g, '、')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〜～∼‐-―−ー]/gu, '~')
    .replaceAll(/[零〇一二三四五六七八九十]+(?=[時分])/gu, (digits) =>
      String(kanji2number(digits.replaceAll('零', '〇'))),
    );
}

type Part = Clock | 'joint' | 'gap';

function clocksOf(text: string): Part[] | undefined {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const clock = clockPattern.exec(rest);
    const parsed = clock?.groups ? toClock(clock.groups) : undefined;
    if (!clock || !parsed) return undefined;
    parts.push(parsed);
    rest = rest.slice(clock[0].length);
    const between = joint.exec(rest);
    rest = rest.slice(between?.[0].length ?? 0).replace(tail, '');
    const apart = between ? null : gap.exec(rest);
    rest = rest.slice(apart?.[0].length ?? 0);
    if (between) parts.push('joint');
    else if (apart) parts.push('gap');
    else if (rest !== '') return undefined;
  }
  return parts;
}

function toClock(groups: Readonly<Record<string, string | undefined>>): Clock | undefined {
  const { before, h, m, middle, compact, after, word, spoken } = groups;
  if (word) return { minutes: word === '正午' ? 720 : 0 };
  const hour = compact === undefined ? Number(h) : Math.floor(Number(compact) / 100);
  const minute = compact === undefined ? Number(m ?? (middle ? 30 : 0)) : Number(compact) % 100;
  if (minute > 59 || hour > 29) return undefined;
  const side = before ?? after;
  if (side === undefined)
    return spoken && hour >= 1 && hour <= 5
      ? { minutes: (hour + 12) * 60 + minute, isSpoken: true }
      : { minutes: hour * 60 + minute };
  const isMorning = /^(?:午前|am)$/iu.test(side);
  if (isMorning && hour >= 12) return undefined;
  const later = !isMorning && hour < 12 ? 12 : 0;
  return { minutes: (hour + later) * 60 + minute, side: isMorning ? 'morning' : 'afternoon' };
}

function spansOf(parts: readonly Part[], raw: string): Reading<TimeSpan[]> {
  const spans: TimeSpan[] = [];
  let open: Clock | undefined;
  let joined = false;
  for (const part of parts) {
    if (part === 'gap' || part === 'joint') {
      joined = part === 'joint';
      continue;
    }
    if (!joined || !open) {
      spans.push(startOf(part));
      open = part;
      continue;
    }
    const closed = spanOf(open, part);
    if (!closed) return refused(raw, reversed(raw));
    spans[spans.length - 1] = closed;
    open = undefined;
    joined = false;
  }
  const said = spans
    .map(({ start, end, nextDay }) =>
      [start, end === undefined ? undefined : `${nextDay ? '翌' : ''}${end}`]
        .filter((time) => time !== undefined)
        .join('-'),
    )
    .join(';');
  const isSpoken = parts.some((part) => typeof part === 'object' && part.isSpoken);
  const repairs = said === raw ? [] : [isSpoken ? spokenAs(raw, said) : formOf(raw, said)];
  return { value: spans, repairs };
}

function startOf({ minutes }: Clock): TimeSpan {
  if (minutes === 1440) return { end: '24:00' };
  return minutes > 1440 ? { start: hhmm(minutes - 1440), nextDay: true } : { start: hhmm(minutes) };
}

function spanOf(from: Clock, until: Clock): TimeSpan | undefined {
  // 午後2時〜4時 says 午後 for both.
  const shares = from.side === 'afternoon' && until.side === undefined && until.minutes < 720;
  const to = { minutes: until.minutes + (shares ? 720 : 0) };
  if (to.minutes <= from.minutes || from.minutes >= 1440) return undefined;
  const start = hhmm(from.minutes);
  return to.minutes > 1440
    ? { start, end: hhmm(to.minutes - 1440), nextDay: true }
    : { start, end: hhmm(to.minutes) };
}

function hhmm(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A fraction of a day, as spreadsheets store times. */
function ofSerial(text: string): string | undefined {
  if (!/^0?\.\d+$/.test(text)) return undefined;
  const minutes = Number(text) * 1440;
  return Math.abs(minutes - Math.round(minutes)) < 0.02 ? hhmm(Math.round(minutes)) : undefined;
}

/** The time of a whole moment (2026-11-27T10:00:00+09:00), as systems write one; midnight is how a day is written. */
function ofMoment(raw: string): Reading<TimeSpan[]> | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]|^\d{10,}$|^\/Date/.test(raw)) return undefined;
  const [token, ...others] = dateTokens(raw) ?? [];
  if (!token || others.length > 0) return undefined;
  const { time } = token;
  return time === undefined ? blank : { value: [{ start: time }], repairs: [formOf(raw, time)] };
}

function formOf(raw: string, said: string): Repair {
  return { code: 'TIME_FORM', message: `「${raw}」を ${said} と読みました。` };
}

function spokenAs(raw: string, said: string): Repair {
  return {
    code: 'TIME_AFTERNOON',
    message: `「${raw}」に午前・午後がないため、午後とみなして ${said} と読みました。`,
    remedy: '24時間の HH:MM で入力してください。',
  };
}

function unreadable(raw: string): { code: string; message: string; remedy: string } {
  return {
    code: 'TIME_UNREADABLE',
    message: `「${raw.slice(0, 60)}」を時刻として読めません。`,
    remedy: 'HH:MM（24時間）で入力し、「日没」などの説明は特記事項に書いてください。',
  };
}

function reversed(raw: string): { code: string; message: string; remedy: string } {
  return {
    code: 'TIME_REVERSED',
    message: `「${raw}」は終わりが始まりより前です（午前・午後の誤りかもしれません）。`,
    remedy: '24時間の HH:MM で入力してください。',
  };
}
