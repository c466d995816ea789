import type { Reading } from '../cell/reading.js';

/** What a form says of a column: its header, what to write, an example, and other headers under which lists call it. */
export interface ColumnWords {
  readonly header: string;
  readonly description: string;
  readonly sample: string;
  readonly aliases?: readonly string[];
}

/** One column of a list: its words, and how its cell is read. `T` is what a row says there. */
export interface ListColumn<T> extends ColumnWords {
  readonly reader: (cell: string) => Reading<T>;
  /** NEEDED: a row without it is set aside. LISTED: a blank cell is an empty list. */
  readonly presence: 'NEEDED' | 'OPTIONAL' | 'LISTED';
}

/** The columns of a list by their canonical names. */
export type ListColumns = Readonly<Record<string, ListColumn<unknown>>>;

/** What a row of such columns says. */
export type Said<C extends ListColumns> = {
  readonly [Name in keyof C]: C[Name] extends ListColumn<infer T> ? T : never;
};

type Reader<T> = (cell: string) => Reading<T>;

/** A column without which a row is set aside. */
export const needed = <T>(words: ColumnWords, reader: Reader<T>): ListColumn<T> => ({
  ...words,
  description: `${words.description}（必須）`,
  reader,
  presence: 'NEEDED',
});

/** A column that may be blank. */
export const optional = <T>(words: ColumnWords, reader: Reader<T>): ListColumn<T | undefined> => ({
  ...words,
  reader,
  presence: 'OPTIONAL',
});

/** A column of several values; a blank cell says none. */
export const listed = <T>(words: ColumnWords, reader: Reader<T[]>): ListColumn<readonly T[]> => ({
  ...words,
  reader,
  presence: 'LISTED',
});
