import { blank, isBlank, type Reading } from './reading.js';

/** A stretch of a weekday, 1 Monday to 7 Sunday; times as HH:MM. */
export interface WeeklyTime {
  readonly weekday: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

const days = '月火水木金土日';
const stretch =
  /^(?<from>[月火水木金土日])(?:[-~〜～–](?<to>[月火水木金土日]))?曜?日?\s*(?<startsAt>\d{1,2}:\d{2})\s*[-~〜～–]\s*(?<endsAt>\d{1,2}:\d{2})$/u;

/** Reads `水 09:00-12:00;土 13:00-17:00` and `月〜金 09:00-17:00`; parts that say no such thing are told and left out. */
export function readWeeklyTimes(cell: string): Reading<WeeklyTime[]> {
  if (isBlank(cell.trim())) return blank;
  const parts = cell
    .split(/[;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unread = parts.filter((part) => timesOf(part).length === 0);
  const problem = {
    code: 'WEEKLY_TIME_UNREADABLE',
    message: `「${unread.join('、')}」は曜日と時間として読めません。`,
    remedy: '「水 09:00-12:00」の形で書いてください。',
  };
  return { value: parts.flatMap(timesOf), repairs: [], ...(unread.length > 0 && { problem }) };
}

function timesOf(part: string): WeeklyTime[] {
  const { from, to, startsAt, endsAt } = stretch.exec(part.normalize('NFKC'))?.groups ?? {};
  if (!from || !startsAt || !endsAt) return [];
  const [first, last] = [days.indexOf(from), days.indexOf(to ?? from)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    weekday: first + at + 1,
    startsAt: startsAt.padStart(5, '0'),
    endsAt: endsAt.padStart(5, '0'),
  }));
}
