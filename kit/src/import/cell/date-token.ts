import { kanji2number } from '@geolonia/japanese-numeral';
import { japanDay, japanTime } from '../../japan-time.js';
import { eraYear, isReal, weekdayNames } from './calendar.js';
import { writtenOut } from './instant.js';

/** One date as written: what is missing (year, month, day) is missing here too. */
export interface DateToken {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
  /** The era as written, when there was one, and whether it had already ended in that year. */
  readonly era?: { readonly ended: boolean };
  /** HH:MM that stood behind the date. */
  readonly time?: string;
  /** How the date is tied to the one before it. */
  readonly tie?: 'range' | 'list';
}

const eraPattern =
  '(?<era>明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHRmtshr])\\.?(?<eraYear>\\d{1,2}|元)(?:年度?|[./-])';
const weekday =
  '(?:\\(?(?<weekday>[日月火水木金土])(?:曜日?)?(?:[・,/]?(?:祝日?|休日?|振休|振替休日))?\\)?(?![曜日月年\\d]))?';
const clock =
  // A zone behind minutes alone may be an end of the same day (10:00-12:00), never with + or Z.
  '(?:[T ]?(?<time>\\d{1,2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?(?<west>-\\d{2}:?\\d{2})?)?(?<zone>Z|\\+\\d{2}:?\\d{2})?(?![\\d:]))?';
const dateToken = new RegExp(
  `^(?:${eraPattern}|(?<year>\\d{4})(?:年|[./-]))?(?<month>\\d{1,2})(?:月|[./-])(?:(?<day>\\d{1,2})(?!\\d)日?)?${weekday}${clock}`,
  'u',
);
const dayToken = new RegExp(`^(?<day>\\d{1,2})(?!\\d)(?:日|(?=[,・、(~]|$))${weekday}`, 'u');
const compact = /^(?<year>(?:18|19|20|21)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/;
const range = /^(?:から|より)?[,、]?[~\-→]|^(?:から|より)|^\/(?=\d{4})/u;
const list = /^(?:[,・、;/&とや]|及び|および|並びに|\s)+/u;
const tail =
  /^(?:まで|迄|\(?(?:必着|消印有効|締切|締め切り|開催|予定|頃|ごろ|(?:全|計|各)\d{0,3}回)\)?|[。.)(])+/u;

/** Splits a cell into the dates it names; undefined when anything else stands in it. Where the month is known, a day alone is a date too. */
export function dateTokens(cell: string, isMonthKnown = false): DateToken[] | undefined {
  let rest = plain(writtenOut(cell) ?? cell);
  const tokens: DateToken[] = [];
  let tie: DateToken['tie'];
  while (rest !== '') {
    const token =
      dateToken.exec(rest) ??
      compact.exec(rest) ??
      ((tie && tokens.length > 0) || isMonthKnown ? dayToken.exec(rest) : null);
    if (!token?.groups) return undefined;
    tokens.push(toToken(token.groups, tie));
    rest = rest.slice(token[0].length).replace(tail, '');
    const to = range.exec(rest);
    const between = to ?? list.exec(rest);
    if (rest !== '' && !between) return undefined;
    tie = between ? (to ? 'range' : 'list') : undefined;
    rest = rest.slice(between?.[0].length ?? 0);
  }
  return tokens.length > 0 ? tokens : undefined;
}

/** Half-width, one kind of dash and bracket, digits for kanji numerals before 年月日, no space but before a clock time. */
function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .replaceAll(/[〜～∼‐-―−ー]/gu, '~')
    .replaceAll(/[〔［【「]/gu, '(')
    .replaceAll(/[〕］】」]/gu, ')')
    .replaceAll(/[〇一二三四五六七八九十]+(?=[年月日](?!曜))/gu, (digits) =>
      String(kanji2number(digits)),
    )
    .replaceAll(/\n+/g, ',')
    .replaceAll(/\s+(?=\d{1,2}:\d{2})/g, 'T')
    .replaceAll(/\s+/g, '')
    .replaceAll(/(?<=\d)T(?=\d{1,2}:\d{2})/g, ' ')
    .replace(/平成(\d{1,2})年?[・/(]令和(元|\d{1,2})年?\)?年?/gu, '令和$2年');
}

function toToken(
  groups: Readonly<Record<string, string | undefined>>,
  tie: DateToken['tie'],
): DateToken {
  const { era, eraYear: yearOfEra, weekday: named } = groups;
  const western =
    era === undefined ? undefined : eraYear(era, yearOfEra === '元' ? 1 : Number(yearOfEra));
  const { year, month, day, time } = inJapan(groups);
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(era === undefined
      ? {}
      : { year: western?.year ?? 0, era: { ended: western?.ended ?? true } }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(named === undefined ? {} : { weekday: weekdayNames.indexOf(named) }),
    ...(time === undefined || /^0?0:00$/.test(time) ? {} : { time: time.padStart(5, '0') }),
    ...(tie === undefined ? {} : { tie }),
  };
}

type Parts = Readonly<Record<string, string | undefined>>;

/** The day and time in Japan of a moment that names another zone (ISO 8601: Z, +00:00); what names none is of Japan. */
function inJapan(groups: Parts): Parts {
  const { year, month, day, time, zone = groups['west'] } = groups;
  if (zone === undefined || !year || !month || !day || !time) return groups;
  if (!isReal({ year: Number(year), month: Number(month), day: Number(day) })) return groups;
  const [date, clocked] = [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, time];
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const moment = new Date(`${date}T${clocked.padStart(5, '0')}${offset}`);
  if (Number.isNaN(moment.getTime())) return groups;
  const [y, m, d] = japanDay(moment).split('-');
  return { year: y, month: m, day: d, time: japanTime(moment) };
}
