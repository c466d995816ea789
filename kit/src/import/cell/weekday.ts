import { blank, isBlank, type Reading, refused, rewritten, tooLong } from './reading.js';

/** A day of the week as iCalendar writes it. */
export type WeekdayCode = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** A weekday on which something happens: every week, in the weeks of the month named (6 is the last), or every other week. */
export interface Weekday {
  readonly day: WeekdayCode;
  readonly weeks?: readonly number[];
  readonly everyOther?: true;
}

/** The weekdays of a cell, from Monday, and what it says of public holidays. */
export interface Weekdays {
  readonly days: readonly Weekday[];
  readonly holidays?: boolean;
}

const codes: readonly WeekdayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const kanji = '月火水木金土日';
const english: Readonly<Record<string, WeekdayCode>> = {
  mo: 'MO',
  tu: 'TU',
  we: 'WE',
  th: 'TH',
  fr: 'FR',
  sa: 'SA',
  su: 'SU',
};

/** Reads 月火水木金, 月・水, 平日, 毎日, 月〜金, 毎週月曜, 第1・第3月曜日, numbers 1–7 and codes such as 13Mo or 6Fr. 休 and 除く make it prose. */
export function readWeekdays(cell: string): Reading<Weekdays> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const text = raw
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〜～∼‐-―−ー]/gu, '~');
  const value = ofCodes(text) ?? ofNumbers(text) ?? ofWords(text);
  if (!value) return refused(raw, unreadable(raw));
  const repair = rewritten('WEEKDAY_FORM', raw, standard(value));
  return { value, repairs: repair && !/^[0-7]*[A-Z][a-z]/.test(raw) ? [repair] : [] };
}

function ofCodes(text: string): Weekdays | undefined {
  if (!/^(?:[0-7]{0,5}(?:mo|tu|we|th|fr|sa|su)[,;]?)+$/i.test(text)) return undefined;
  const days = [...text.matchAll(/([0-7]{0,5})(mo|tu|we|th|fr|sa|su)/gi)].map(([, weeks, name]) => {
    const day = english[(name ?? '').toLowerCase()] ?? 'MO';
    return slot(day, [...(weeks ?? '')].map(Number));
  });
  return { days };
}

function ofNumbers(text: string): Weekdays | undefined {
  if (!/^[1-7](?:[,;・]?[1-7])*$/.test(text)) return undefined;
  return {
    days: sorted(
      [...text.matchAll(/[1-7]/g)].map(([number]) => slot(codes[Number(number) - 1] ?? 'MO', [])),
    ),
  };
}

function ofWords(text: string): Weekdays | undefined {
  if (/[休除外]|不定/u.test(text.replaceAll(/休日|年中無休/gu, ''))) return undefined;
  const holidays = /祝日?|休日/u.test(text);
  const plain = text
    .replaceAll(/祝休日|祝祭日|国民の祝日|祝日|休日|祝/gu, '')
    .replaceAll(/曜日?|毎週|[()]/gu, '');
  const found = daysOf(plain);
  if (!found || (found.length === 0 && !holidays)) return undefined;
  const stated = holidays || /^(?:毎日|年中無休)$/u.test(plain) ? { holidays: true } : {};
  return { days: sorted(found), ...stated };
}

function daysOf(plain: string): Weekday[] | undefined {
  if (/^(?:毎日|全日|年中無休)$/u.test(plain)) return range(0, 6);
  const days: Weekday[] = [];
  let rest = plain.replace(/^(隔週)(?=[月火水木金土日])/u, '第7');
  while (rest !== '') {
    const weekly = /^(平日|土日|週末)/u.exec(rest)?.[0];
    const span = /^([月火水木金土日])(?:~|から)([月火水木金土日])(?:まで)?/u.exec(rest);
    const ordinal =
      /^((?:第?[1-5一二三四五7](?:週目?の?)?[・,、]?)+|最終|毎月最終)([月火水木金土日]+)/u.exec(
        rest,
      );
    const single = /^[月火水木金土日]/u.exec(rest)?.[0];
    if (weekly) days.push(...(weekly === '平日' ? range(0, 4) : range(5, 6)));
    else if (span) days.push(...range(kanji.indexOf(span[1] ?? ''), kanji.indexOf(span[2] ?? '')));
    else if (ordinal)
      days.push(
        ...[...(ordinal[2] ?? '')].map((name) => slot(dayOf(name), weeksOf(ordinal[1] ?? ''))),
      );
    else if (single) days.push(slot(dayOf(single), []));
    else return undefined;
    const length = (weekly ?? span?.[0] ?? ordinal?.[0] ?? single ?? '').length;
    rest = rest.slice(length).replace(/^(?:[・,、;/と&]|及び|および)+/u, '');
  }
  return days;
}

function weeksOf(text: string): number[] {
  if (text.includes('最終')) return [6];
  return [...text.matchAll(/[1-57一二三四五]/gu)].map(([week]) =>
    /\d/.test(week) ? Number(week) : '一二三四五'.indexOf(week) + 1,
  );
}

function slot(day: WeekdayCode, weeks: readonly number[]): Weekday {
  if (weeks.includes(7)) return { day, everyOther: true };
  const named = weeks.filter((week) => week > 0);
  return named.length > 0 ? { day, weeks: named } : { day };
}

function range(from: number, to: number): Weekday[] {
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, at) => slot(codes[(from + at) % 7] ?? 'MO', []));
}

function dayOf(name: string): WeekdayCode {
  return codes[kanji.indexOf(name)] ?? 'MO';
}

function sorted(days: readonly Weekday[]): Weekday[] {
  const unique = new Map(days.map((day) => [JSON.stringify(day), day]));
  return [...unique.values()].sort((a, b) => codes.indexOf(a.day) - codes.indexOf(b.day));
}

function standard({ days, holidays }: Weekdays): string {
  const names = days.map(
    ({ day, weeks, everyOther }) =>
      `${everyOther ? '隔週' : weeks ? `第${weeks.join('・')}` : ''}${kanji[codes.indexOf(day)] ?? ''}`,
  );
  return names.join('') + (holidays ? '祝' : '');
}

function unreadable(raw: string): { code: string; message: string; remedy: string } {
  return {
    code: 'WEEKDAY_UNREADABLE',
    message: `「${raw.slice(0, 60)}」を利用できる曜日として読めません。`,
    remedy: '月曜から順に「月火水木金」のように入力し、例外は特記事項に書いてください。',
  };
}
