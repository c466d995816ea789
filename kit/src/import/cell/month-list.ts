import { blank, isBlank, type Reading, refused } from './reading.js';

const span = /^(?<from>\d{1,2})月?(?:[-~〜～–から](?<to>\d{1,2})月?)?$/u;

/** Reads months of the year: 4;5;6, 4月〜6月, 10〜2月; 通年 gives none, which means all. */
export function readMonths(cell: string): Reading<number[]> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const text = raw.normalize('NFKC').replaceAll(/\s/gu, '');
  if (/^(?:通年|一年中|全て|すべて)$/u.test(text)) return { value: [], repairs: [] };
  const parts = text.split(/[;,、・]/u).filter((part) => part !== '');
  const months = parts.map(monthsOf);
  if (months.every((found) => found !== undefined))
    return { value: [...new Set(months.flat())], repairs: [] };
  return refused(raw, {
    code: 'MONTHS_UNREADABLE',
    message: `「${raw}」は月として読めません。`,
    remedy: '「4;5;6」か「4〜6月」のように書いてください。一年中なら「通年」です。',
  });
}

/** The months from one to another, over the end of the year where the second is the earlier. */
function monthsOf(part: string): number[] | undefined {
  const groups = span.exec(part)?.groups;
  const [from, to] = [Number(groups?.['from']), Number(groups?.['to'] ?? groups?.['from'])];
  if (!groups || [from, to].some((month) => month < 1 || month > 12)) return undefined;
  return Array.from({ length: ((to - from + 12) % 12) + 1 }, (_, at) => ((from + at - 1) % 12) + 1);
}
