import type { Words } from '../language/words.js';
import type { CellMark, TableCell } from './answer-table.js';

/** What stands for a cell without a number. */
export const markText = (mark: CellMark, words: Words): string =>
  mark === 'SUPPRESSED' ? words.suppressed : words.missing;

/** A cell as people read it: a number grouped by thousands, with three decimals at most. */
export function cellText({ value, mark }: TableCell, words: Words): string {
  if (mark) return markText(mark, words);
  return typeof value === 'number' ? numberText(value) : (value ?? '');
}

/** A number as people read it, in both languages alike. */
export const numberText = (value: number): string =>
  value.toLocaleString('ja-JP', { maximumFractionDigits: 3 });
