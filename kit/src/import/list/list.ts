import { type FormColumn, sampleNumber } from '../dataset/entry.form.js';
import type { ListColumn, ListColumns, Said } from './column.js';

/** What must hold of a row beside each cell: a row that breaks it is set aside, with what to do. */
export interface ListRule<Row> {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** The row names a person: not even its record is kept. */
  readonly namesPersons?: true;
  breaks(said: Row): boolean;
}

/** A list that departments keep: said once, for the form, for the header of a file and for its rows. */
export interface List {
  /** The Japanese name of the list. */
  readonly title: string;
  readonly columns: ListColumns;
  /** Columns that tell this list from the others. */
  readonly marks: readonly string[];
  /** Columns by which a row is known again where it has no number. */
  readonly known: readonly string[];
  readonly rules?: readonly ListRule<Readonly<Record<string, unknown>>>[];
}

/** The same with its own columns. */
interface ListWith<C extends ListColumns> {
  readonly title: string;
  readonly columns: C;
  readonly marks: readonly (keyof C & string)[];
  readonly known: readonly (keyof C & string)[];
  readonly rules?: readonly ListRule<Said<C>>[];
}

/** A list whose columns are known one by one. */
type ListSaid<C extends ListColumns> = Omit<List, 'columns'> & { readonly columns: C };

/** Says a list. */
export const listOf = <C extends ListColumns>(list: ListWith<C>): ListSaid<C> => list;

const number: FormColumn = {
  column: 'number',
  header: '登録番号',
  description: '一覧の中で一つだけの番号。一度使った番号は使い回さない',
  sample: sampleNumber,
  aliases: ['NO', 'ID', '番号'],
};

/** The form of a list: what is asked in each column. */
export const formOf = ({ columns }: List): FormColumn[] => [
  number,
  ...Object.entries(columns).map(([column, said]) => Object.assign({ column }, said)),
];

/** The columns without which a row is set aside. */
export const neededColumns = ({ columns }: List): [name: string, column: ListColumn<unknown>][] =>
  Object.entries(columns).filter(([, { presence }]) => presence === 'NEEDED');
