import { datasets } from '@manabi/kit/import/dataset/catalogue';
import type { Note } from '@manabi/kit/import/note';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import type { Summary } from '@manabi/kit/import/summary';

import type { RoutedRow } from './routed-row.js';

/** Sets a row aside that could be read but not be placed: it goes nowhere, and the account says why. */
export function setRowAside(
  file: Summary,
  outcome: RowOutcome,
  why: Pick<Note, 'column' | 'value' | 'code' | 'message' | 'remedy'>,
): RoutedRow {
  file[outcome.kind] -= 1;
  file.setAside += 1;
  file.codes[why.code] = (file.codes[why.code] ?? 0) + 1;
  const column = headerIn(file, why.column);
  const note: Note = { row: outcome.row, level: 'problem', ...why, column };
  return { outcome: { ...outcome, kind: 'setAside', notes: [...outcome.notes, note] }, rows: [] };
}

/** The header under which a file writes a column that the form of its kind calls so: its owner looks for that one. */
export function headerIn({ dataset, columns }: Summary, called: string): string {
  if (columns.some(({ header }) => header === called)) return called;
  const known = Object.entries(datasets.find(({ id }) => id === dataset)?.columns ?? {});
  const column = known.find(([, headers]) => headers.includes(called))?.[0];
  const written = columns.find((each) => each.column !== undefined && each.column === column);
  return written?.header ?? called;
}
