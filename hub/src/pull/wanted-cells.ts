import { cellsOf } from '@manabi/kit/pull/declared-columns';
import { valueAt } from '@manabi/kit/pull/json-pointer';

import type { Source } from './source-files.js';

/** The rows of a source as cells, those that are wanted. */
export function wantedCells({ declared }: Source, rows: readonly unknown[]): string[][] {
  const columns = Object.entries(declared.columns);
  return rows.filter((row) => holds(row, declared.only)).map((row) => cellsOf(row, columns));
}

/** Whether places of a row hold the words that are said of them. */
export const holds = (row: unknown, words: Readonly<Record<string, string>>): boolean =>
  Object.entries(words).every(([pointer, wanted]) => String(valueAt(row, pointer)) === wanted);
