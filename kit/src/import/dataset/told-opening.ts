/** Hours of one weekday, 1 is Monday. */
export interface DayHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** A rule by which a place is closed, in the words of the graph; days of the year are MM-DD. */
export interface ClosingTold {
  readonly rule: 'WEEKDAY' | 'NTH_WEEKDAY' | 'HOLIDAY' | 'YEAR_END';
  readonly weekday: number | null;
  readonly nth: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a note on opening hours says in the form in which a hub publishes it, and the words that are left. */
export interface ToldOpening {
  readonly byDay?: readonly DayHours[];
  readonly closings?: readonly ClosingTold[];
  readonly note?: string;
}

const weekdays = '月火水木金土日';

/** Reads the lines 利用時間：月 10:00-18:00;… and 休館日：毎週月曜日;…; a line that says anything else stays in the note. */
export function toldOpening(text: string | undefined): ToldOpening {
  if (text === undefined) return {};
  const byDay = partsOf(text, '利用時間：', hoursOf);
  const closings = partsOf(text, '休館日：', closingOf);
  const rest = text
    .split('\n')
    .filter((line) => line !== byDay?.line && line !== closings?.line)
    .join('\n');
  return {
    ...(byDay && { byDay: byDay.parts }),
    ...(closings && { closings: closings.parts }),
    ...(rest !== '' && { note: rest }),
  };
}

/** The line that begins so and its parts, if every one of them can be read. */
function partsOf<Part>(
  text: string,
  start: string,
  read: (part: string) => Part | undefined,
): { line: string; parts: Part[] } | undefined {
  const line = text.split('\n').find((each) => each.startsWith(start));
  if (line === undefined) return undefined;
  const parts = line.slice(start.length).split(';').map(read);
  const told = parts.filter((part) => part !== undefined);
  return told.length === parts.length ? { line, parts: told } : undefined;
}

function hoursOf(part: string): DayHours | undefined {
  const [, day, opens, closes] =
    /^([月火水木金土日]) (\d{2}:\d{2})-(\d{2}:\d{2})$/u.exec(part) ?? [];
  if (!day || !opens || !closes) return undefined;
  return { weekday: weekdays.indexOf(day) + 1, opens, closes };
}

const open = { weekday: null, nth: null, from: null, to: null };

/** One rule of closing: 毎週月曜日, 第3金曜日, 祝日, 年末年始(12-29/01-03); nothing where the words are no such rule. */
export function closingOf(part: string): ClosingTold | undefined {
  if (part === '祝日') return { ...open, rule: 'HOLIDAY' };
  const [, from, to] = /^年末年始\((\d{2}-\d{2})\/(\d{2}-\d{2})\)$/u.exec(part) ?? [];
  if (from && to) return { ...open, rule: 'YEAR_END', from, to };
  const [, nth, day] = /^(?:毎週|第([1-5]))([月火水木金土日])曜日$/u.exec(part) ?? [];
  if (!day) return undefined;
  const weekday = weekdays.indexOf(day) + 1;
  return nth
    ? { ...open, rule: 'NTH_WEEKDAY', nth: Number(nth), weekday }
    : { ...open, rule: 'WEEKDAY', weekday };
}
