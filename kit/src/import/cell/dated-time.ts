import { japanMoment } from '../../japan-time.js';
import { readDate } from './date.js';
import { blank, isBlank, type Reading } from './reading.js';

/** A stretch of one day; moments in ISO 8601. */
export interface DatedTime {
  readonly startsAt: string;
  readonly endsAt: string;
}

const written =
  /^(?<date>\S+?)(?:\([月火水木金土日]\))?\s+(?<from>\d{1,2}:\d{2})\s*[-~〜～–]\s*(?<to>\d{1,2}:\d{2})$/u;

/** Reads `2026-11-10 19:00-20:30;2026-12-01 10:00-12:00`, times of Japan; parts that say no such thing are told and left out. */
export function readDatedTimes(cell: string): Reading<DatedTime[]> {
  if (isBlank(cell.trim())) return blank;
  const parts = cell
    .split(/[;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unread = parts.filter((part) => timeOf(part) === undefined);
  const problem = {
    code: 'DATED_TIME_UNREADABLE',
    message: `「${unread.join('、')}」は日と時間として読めません。`,
    remedy: '「2026-11-10 19:00-20:30」の形で書いてください。',
  };
  return {
    value: parts.flatMap((part) => timeOf(part) ?? []),
    repairs: [],
    ...(unread.length > 0 && { problem }),
  };
}

function timeOf(part: string): DatedTime | undefined {
  const { date, from, to } = written.exec(part.normalize('NFKC'))?.groups ?? {};
  const day = date === undefined ? undefined : readDate(date).value;
  if (day === undefined || !from || !to) return undefined;
  const [startsAt, endsAt] = [from, to].map((time) => japanMoment(day, time.padStart(5, '0')));
  if (!startsAt || !endsAt || !(startsAt < endsAt)) return undefined;
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
