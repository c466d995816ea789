import { kanji2number } from '@geolonia/japanese-numeral';
import { eraYear, weekdayNames } from './calendar.js';

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
  '(?:[T ]?(?<time>\\d{1,2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?:Z|\\+09:?00)?(?![\\d:]))?';
const dateToken = new RegExp(
  `^(?:${eraPattern}|(?<year>\\d{4})(?:年|[./-]))?(?<month>\\d{1,2})(?:月|[./-])(?:(?<day>\\d{1,2})(?!\\d)日?)?${weekday}${clock}`,
  'u',
);
const dayToken = new RegExp(`^(?<day>\\d{1,2})(?!\\d)(?:日|(?=[,・、(]|$))${weekday}`, 'u');
const compact = /^(?<year>(?:18|19|20|21)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/;
const range = /^(?:から|より)?[,、]?[~\-→]|^(?:から|より)|^\/(?=\d{4})/u;
const list = /^(?:[,・、;/&とや]|及び|および|並びに|\s)+/u;
const tail = /^(?:まで|迄|\(?(?:必着|消印有効|締切|締め切り|開催|予定|頃|ごろ)\)?|[。.)(])+/u;

/** Splits a cell into the dates it names; undefined when anything else stands in it. */
export function dateTokens(cell: string): DateToken[] | undefined {
  let rest = plain(cell);
  const tokens: DateToken[] = [];
  let tie: DateToken['tie'];
  while (rest !== '') {
    const token =
      dateToken.exec(rest) ??
      compact.exec(rest) ??
      (tie && tokens.length > 0 ? dayToken.exec(rest) : null);
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
  const { era, eraYear: yearOfEra, year, month, day, weekday: named, time } = groups;
  const western =
    era === undefined ? undefined : eraYear(era, yearOfEra === '元' ? 1 : Number(yearOfEra));
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
