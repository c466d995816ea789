import type { ImportRecord } from './dataset/record.js';
import type { Note } from './note.js';
import type { Belonging } from './scope.js';

/** What became of one row. A row that is set aside carries its record where one could be built. */
export interface RowOutcome {
  readonly kind: 'taken' | 'repaired' | 'setAside';
  readonly row: number;
  readonly record?: ImportRecord;
  readonly notes: readonly Note[];
  /** Whether the row belongs to the scope; absent when no scope was given. */
  readonly belonging?: Belonging;
}
