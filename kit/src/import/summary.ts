import type { DatasetId } from './dataset/definition.js';
import type { HeaderDifference } from './mapping/mapped-header.js';
import type { Line } from './table.js';

/** A column of the file: its header, the canonical column it was read as, or why it was not. */
export interface ColumnUse {
  readonly header: string;
  readonly column?: string;
  /** `extra` columns are kept under the record's `extra`; `withheld` ones name private persons and are not read. */
  readonly use: 'read' | 'extra' | 'withheld';
}

/** The account of a whole file; complete once its rows have been read to the end. */
export interface Summary {
  /** The file holds nothing, or a header and no row: the caller changes nothing. */
  empty: boolean;
  dataset?: DatasetId;
  format?: 'csv' | 'tsv' | 'xlsx';
  encoding?: string;
  sheet?: string;
  /** Sheets of the workbook that were not read. */
  otherSheets: readonly string[];
  /** The line of the header (of its second row, when two were merged). */
  headerRow?: number;
  isHeaderMerged: boolean;
  preamble: readonly Line[];
  columns: readonly ColumnUse[];
  /** How the columns differ from those for which the map was made by which the file was read. */
  difference?: HeaderDifference;
  /** What years were resolved against: given by the caller, or found in the preamble or the name of the file. */
  reference: { fiscalYear?: number; publishedOn?: string; month?: string };
  /** Rows below the header that hold anything; always taken + repaired + setAside. */
  rows: number;
  taken: number;
  repaired: number;
  setAside: number;
  blankRows: number;
  /** Courses whose sessions stand in several rows, and how many rows those are. */
  courses: number;
  sessionRows: number;
  /** Rows whose number stands more than once in the file. */
  repeatedNumbers: number;
  /** How often each code was noted. */
  codes: Record<string, number>;
}

/** The account of a file of which nothing was read yet. */
export function openSummary(): Summary {
  return {
    empty: true,
    otherSheets: [],
    isHeaderMerged: false,
    preamble: [],
    columns: [],
    reference: {},
    rows: 0,
    taken: 0,
    repaired: 0,
    setAside: 0,
    blankRows: 0,
    courses: 0,
    sessionRows: 0,
    repeatedNumbers: 0,
    codes: {},
  };
}
