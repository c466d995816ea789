/** A table that deliveries fill. Its rows carry `source_key`, `source_hash` and `withdrawn_at`. */
export interface DeliveryTarget {
  readonly table: string;
  /** Column of its key. */
  readonly key: string;
  /** Columns that a delivery sets, in the table's own spelling. */
  readonly columns: readonly string[];
  /**
   * Columns of moments, of which the first that is filled says when a row is over. A full delivery that no longer names what is over does
   * not withdraw it: it was not called off, it has been.
   */
  readonly over?: readonly string[];
  /**
   * SQL for columns in which what was changed by hand outlasts the next file: over the row that stands, by the name of
   * its table, and `excluded`, the file's.
   */
  readonly merged?: Readonly<Record<string, string>>;
  /** A table whose rows belong to one row of this and come with it. */
  readonly child?: DeliveredChild;
}

/** A table whose rows come with those of another. */
export interface DeliveredChild {
  readonly table: string;
  readonly parent: string;
  readonly columns: readonly string[];
  /** What was changed by hand outlasts the next file; without it the rows that stand are replaced. */
  readonly byHand?: {
    /** SQL: whether `e`, a row that stands, was what the file says now in `c` before anybody changed it. It is left alone. */
    readonly isSame: string;
    /** SQL: whether `e` stays though the file no longer names it. */
    readonly stays: string;
    /** What people change without another time: it follows the file as long as it is what the file said last. */
    readonly said?: {
      /** Column of JSON in which the file's word is kept, by the names of the columns. */
      readonly column: string;
      readonly of: readonly string[];
      /** Column by which a row is known again. */
      readonly key: string;
    };
  };
}

/** One row of a delivery, ready to be kept. Values are by column, as JSON. */
export interface DeliveredRow {
  readonly target: DeliveryTarget;
  /** What names the row within its data set. */
  readonly key: string;
  /** Id to be kept under when the source is new; an id once given stays. */
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly children?: readonly Readonly<Record<string, unknown>>[];
}

/** What a delivery did, or would do. */
export interface DeliveryCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that a full delivery no longer holds. */
  readonly withdrawn: number;
  /** Rows of the data set that were there before and neither withdrawn nor over. */
  readonly present: number;
}
