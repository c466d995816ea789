/** A column of a table. */
export interface TableColumn {
  /** Names it in the address; unique in its table. */
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number';
  /** What a number counts, where it is one. */
  readonly unit?: string;
}

/** Why a cell has no number: withheld to protect people, or not told by any department. */
export type CellMark = 'SUPPRESSED' | 'MISSING';

/** One cell of a table. */
export interface TableCell {
  readonly value: string | number | null;
  readonly mark?: CellMark;
  /** What must be known with it: "5 of 6 departments". */
  readonly remark?: string;
}

/** An answer as rows and columns, whatever was asked. */
export interface AnswerTable {
  /** Says what the table shows. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Cells of a table that cannot be read as they stand. */
interface CellCounts {
  readonly suppressed: number;
  readonly missing: number;
  /** Numbers of some departments only. */
  readonly partly: number;
}

/** Counts the cells that cannot be read as they stand. */
export function cellCounts({ rows }: AnswerTable): CellCounts {
  const cells = rows.flat();
  return {
    suppressed: cells.filter(({ mark }) => mark === 'SUPPRESSED').length,
    missing: cells.filter(({ mark }) => mark === 'MISSING').length,
    partly: cells.filter(({ mark, remark }) => !mark && remark).length,
  };
}
