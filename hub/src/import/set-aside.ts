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
  const note: Note = { row: outcome.row, level: 'problem', ...why };
  return { outcome: { ...outcome, kind: 'setAside', notes: [...outcome.notes, note] }, rows: [] };
}
