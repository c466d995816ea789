/** What every record carries. Absent fields were blank or could not be read; the notes of the row say which. */
export interface RecordBase {
  /** The line of the file on which the row begins, counted from 1. */
  readonly row: number;
  /** The number that the publisher gave it (NO, ID), in half-width. */
  readonly number?: string;
  /** The code of the publisher, or of the place where the file says so, six digits. */
  readonly municipalityCode?: string;
  /** Stable identity within files of this kind of one publisher: the number where it is unique in the file, else drawn from the content. */
  readonly key: string;
  /** Every cell by its header as written, but for columns that name private persons. */
  readonly raw: Readonly<Record<string, string>>;
  /** The cells of columns that the kind of file does not know. */
  readonly extra: Readonly<Record<string, string>>;
  readonly remarks?: string;
  /** The file says of the row that it is a composed example: it is kept as one and counts nowhere. */
  readonly sample?: true;
  /** Fields of the graph that the file says are composed examples. */
  readonly sampleFields?: readonly string[];
}
