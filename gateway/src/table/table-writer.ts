import type { AskedTable } from './asked-table.js';
import { byteOrderMark, csvRecord } from './csv.js';
import type { TableNotes } from './table-notes.js';
import { errorsColumn, type Cell } from './table-rows.js';
import type { TableShape } from './table-shape.js';

/** A piece of a file. */
export type Piece = string | Uint8Array;

/** Writes a table as one kind of file, piece by piece; nothing may be used of a file that was not ended. */
export interface TableWriter {
  begin(): Promise<Piece> | Piece;
  /** What can be sent once some more rows are known; an empty piece while nothing can. */
  rows(rows: readonly (readonly Cell[])[]): Promise<Piece> | Piece;
  end(notes: TableNotes): Promise<Piece> | Piece;
  /** Stops in the middle; does nothing once it has ended. */
  close(): void;
}

/** The names of a table's columns, the one for errors last where it is wanted. */
export function columnNames({ columns }: TableShape, { isPartWelcome }: AskedTable): string[] {
  const names = columns.map(({ name }) => name);
  return isPartWelcome ? [...names, errorsColumn] : names;
}

/** Writes CSV: UTF-8 with a byte order mark, names of columns first. */
export function csvWriter(shape: TableShape, asked: AskedTable): TableWriter {
  const line = (cells: readonly Cell[]): string => csvRecord(cells, asked);
  return {
    begin: () => byteOrderMark + line(columnNames(shape, asked)),
    rows: (rows) => rows.map(line).join(''),
    end: () => '',
    close: () => undefined,
  };
}

/** Writes one JSON object for each row, with every column; values keep their types, and inner lists are lists. */
export function ndjsonWriter(shape: TableShape, asked: AskedTable): TableWriter {
  const keys = columnNames(shape, asked).map((name) => `${JSON.stringify(name)}:`);
  const line = (cells: readonly Cell[]): string =>
    `{${keys.map((key, index) => key + JSON.stringify(cells[index] ?? null)).join(',')}}\n`;
  return {
    begin: () => '',
    rows: (rows) => rows.map(line).join(''),
    end: () => '',
    close: () => undefined,
  };
}
