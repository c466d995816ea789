/** What a note tells: a value that was repaired, one that could not be read, or something to know. */
export type NoteLevel = 'repair' | 'problem' | 'remark';

/** One finding about one cell (or, with an empty column, about a whole row). */
export interface Note {
  /** The line of the file on which the row begins, counted from 1; the row of the sheet in a workbook. */
  readonly row: number;
  /** The header as the file writes it. */
  readonly column: string;
  /** The cell as the file writes it. */
  readonly value: string;
  readonly code: string;
  readonly level: NoteLevel;
  /** For people, in Japanese: what was found and what became of it. */
  readonly message: string;
  /** For people, in Japanese: what the publisher can do; empty where nothing need be done. */
  readonly remedy: string;
}
