import type { ColumnTerm } from '../../../src/ready/ready-document.js';
import { departmentName } from '../ask/department-names.js';
import type { Desk } from '../desk.js';
import { sayMoment } from '../language/moment.js';
import { typeTerm } from '../language/type-term.js';
import type { AnswerTable, TableCell, TableColumn } from '../table/answer-table.js';
import { type FlatRow, rowsOf } from './answer-rows.js';
import type { Told } from './told.js';

/** What is made into a table. */
export interface TableWish {
  readonly title: string;
  readonly data: Told;
  /** The list whose items are the rows; none makes one row of all. */
  readonly path: readonly string[];
  readonly terms: Readonly<Record<string, ColumnTerm>>;
  /** What the departments are called, by code. */
  readonly departments: Readonly<Record<string, string>>;
}

/** An answer as a table: a column for each value, named by the terms of the graph; columns without any value left out. */
export function tableOf(
  { title, data, path, terms, departments }: TableWish,
  desk: Desk,
): AnswerTable {
  const rows = rowsOf(data, path);
  const places = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const base = path.join('.');
  const { language } = desk.address;
  return {
    title,
    columns: places.map((place): TableColumn => ({
      key: place,
      label: labelOf({ place, base, terms }, language),
      kind: rows.every((row) => isNumberOrNothing(row[place])) ? 'number' : 'text',
    })),
    rows: rows.map((row) =>
      places.map((place) => cellOf(row, { place, terms, departments }, desk)),
    ),
  };
}

const isNumberOrNothing = (value: FlatRow[string] | undefined): boolean =>
  value === undefined || typeof value === 'number';

/** Keys that say nothing to people: how lists are written, and the one language that nearly all texts are in. */
const unsaid: ReadonlySet<string> = new Set(['edges', 'node', 'ja']);

/** A place of an answer that is to be named. */
export interface Naming {
  readonly place: string;
  /** The place of the row, which need not be said. */
  readonly base: string;
  readonly terms: Readonly<Record<string, ColumnTerm>>;
}

/** What a place of an answer is called: the terms on the way to it from the row. */
export function labelOf({ place, base, terms }: Naming, language: 'ja' | 'en'): string {
  const keys = place.split('.');
  const from = place.startsWith(`${base}.`) ? base.split('.').length : 0;
  const said = keys.slice(from).flatMap((key, index) => {
    if (unsaid.has(key)) return [];
    const term = terms[keys.slice(0, from + index + 1).join('.')]?.ja;
    const word = key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
    return [language === 'ja' ? (special[key] ?? term ?? word) : word];
  });
  return said.join(' ') || (keys.at(-1) ?? place);
}

const special: Readonly<Record<string, string>> = { __typename: '種類', en: '英語' };

function cellOf(
  row: FlatRow,
  { place, terms, departments }: Pick<Naming, 'place'> & Pick<TableWish, 'terms' | 'departments'>,
  { words, address: { language } }: Desk,
): TableCell {
  const value = row[place];
  if (value === undefined || typeof value === 'number') return { value: value ?? null };
  if (typeof value === 'boolean') return { value: value ? words.yes : words.no };
  if (place.endsWith('__typename')) return { value: typeTerm(value, language) };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return { value: sayMoment(value) };
  const isDepartment = /(?:^|\.)department$/.test(place);
  const known = isDepartment ? departments : terms[place]?.codes;
  if (!known) return { value };
  const wordOf = (code: string): string => {
    if (language === 'ja') return known[code] ?? code;
    if (isDepartment) return departmentName(code, language);
    return Object.hasOwn(known, code) ? code.replaceAll('_', ' ').toLowerCase() : code;
  };
  // A list of codes was joined into one text.
  return { value: value.split('、').map(wordOf).join('、') };
}
