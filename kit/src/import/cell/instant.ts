import { japanDay, japanTime } from '../../japan-time.js';
import { isReal } from './calendar.js';

/**
 * What a number of a program says as a day and time of Japan (`2026-11-27 10:00`): seconds or milliseconds since 1970, .NET's
 * `/Date(…)/`, `20261127100000`. Undefined where a cell is none of them, or could be another.
 */
export function writtenOut(cell: string): string | undefined {
  const text = cell.trim();
  const told = /^\/Date\((?<number>-?\d{10,14})(?:[+-]\d{4})?\)\/$/.exec(text)?.groups?.['number'];
  if (told !== undefined) return atMoment(Number(told));
  if (/^\d{13}$/.test(text)) return atMoment(Number(text));
  if (/^\d{10}$/.test(text)) return startsWithDay(text) ? undefined : atMoment(Number(text) * 1000);
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(?:\d{2})?$/.exec(text);
  if (!compact || !startsWithDay(text)) return undefined;
  const [, year, month, day, hour, minute] = compact;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** Years in which a number is taken for a moment. */
const [from, to] = [Date.UTC(1990, 0), Date.UTC(2100, 0)];

function atMoment(milliseconds: number): string | undefined {
  if (milliseconds < from || milliseconds >= to) return undefined;
  const moment = new Date(milliseconds);
  return `${japanDay(moment)} ${japanTime(moment)}`;
}

const startsWithDay = (digits: string): boolean => {
  const year = Number(digits.slice(0, 4));
  const day = { year, month: Number(digits.slice(4, 6)), day: Number(digits.slice(6, 8)) };
  return year >= 1900 && year < 2100 && isReal(day);
};
