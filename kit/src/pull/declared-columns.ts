import { fits } from '../import/alias.js';
import type { DatasetId } from '../import/dataset/definition.js';
import { datasets } from '../import/dataset/catalogue.js';
import { refusePersonalData } from '../import/personal.js';
import { SourceProblem } from '../outbound/source-problem.js';
import type { DeclaredColumn } from './declaration.js';
import { valuesAt } from './json-pointer.js';

/** Letters of one cell at most. */
const longestCell = 65_536;

/**
 * What is wrong with the headers of declared columns: such as the kind of data set does not know, or too few to tell a
 * row by. Throws a FileProblem where they would name patrons.
 */
export function headerFaults(kind: DatasetId, headers: readonly string[]): string[] {
  refusePersonalData(headers);
  const [fit] = fits(headers, kind);
  const unknown = fit ? fit.mapping.extra.map((at) => headers[at] ?? '') : [...headers];
  const dataset = datasets.find(({ id }) => id === kind);
  const known = Object.values(dataset?.columns ?? {}).flatMap(([name]) => name ?? []);
  const faults = unknown.map(
    (header) => `"columns.${header}": ${kind} has no such column; it has ${known.join(', ')}`,
  );
  if (fit?.isWhole || unknown.length > 0) return faults;
  const needs = (dataset?.needs ?? []).map((group) =>
    group.map((column) => dataset?.columns[column]?.[0] ?? column).join(' or '),
  );
  return [`"columns": ${kind} needs ${needs.join(', and ')}`];
}

/** One row as its declared columns make it, in their order. Throws a SourceProblem where a value is no text. */
export function cellsOf(
  row: unknown,
  columns: readonly (readonly [header: string, column: DeclaredColumn])[],
): string[] {
  return columns.map(([header, column]) => {
    if (typeof column === 'string') return cellOf(header, valuesAt(row, column), '、');
    if (column.text !== undefined) return column.text;
    const { paths = [], between = '、', as } = column;
    const values = paths.flatMap((path) => valuesAt(row, path));
    return cellOf(header, as ? values.map((value) => renamed(value, as)) : values, between);
  });
}

function cellOf(header: string, values: readonly unknown[], between: string): string {
  const cell = values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .map((value) => textOf(header, value))
    .filter((text) => text !== '')
    .join(between);
  if (cell.length <= longestCell) return cell;
  throw new SourceProblem('TOO_LARGE', `"${header}" holds more than ${longestCell} letters.`);
}

function textOf(header: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(header, value);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  throw new SourceProblem(
    'NOT_AS_DECLARED',
    `Where "columns.${header}" looks, an object stands (${Object.keys(value).slice(0, 5).join(', ')}). Point at a text in it.`,
  );
}

/** JSON numbers beyond 2^53 were rounded when they were read: an identifier of so many digits would be another's. */
function numberText(header: string, value: number): string {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return String(value);
  throw new SourceProblem(
    'NOT_AS_DECLARED',
    `Where "columns.${header}" looks, a number of more than 15 digits stands, which JSON does not keep. Let the source write it as a text.`,
  );
}

function renamed(value: unknown, as: Readonly<Record<string, string>>): unknown {
  const key = String(value);
  return Object.hasOwn(as, key) ? as[key] : value;
}
