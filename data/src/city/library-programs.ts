import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { OpportunityRow } from './opportunity.js';
import { opportunityOf } from './opportunity-line.js';

/** The kinds of library programme: おはなし会, ブックトーク, 読書会・朗読会, 講座, ワークショップ, 展示. */
export const LIBRARY_PROGRAM_KINDS = [
  'STORYTIME',
  'BOOK_TALK',
  'READING',
  'LECTURE',
  'WORKSHOP',
  'EXHIBITION',
] as const;

/** A programme of a library (図書館の行事). */
export interface LibraryProgramRow extends OpportunityRow {
  programKind: (typeof LIBRARY_PROGRAM_KINDS)[number];
}

/** Promises the sample library programmes as they stand on `today`. */
export const libraryPrograms = (today: string = todayInTokyo()): LibraryProgramRow[] =>
  rowsOf('library-programs', (line) =>
    Object.assign(opportunityOf(line, 'LibraryProgram', today), {
      programKind: line.oneOf('extra', LIBRARY_PROGRAM_KINDS),
    }),
  );
