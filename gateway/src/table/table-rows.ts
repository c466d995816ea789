import type { ResponseError } from '../errors/gateway-error.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import { isFields, reader } from '../execute/fields.js';
import { valueAt } from './column.js';
import { at } from './connection-pages.js';
import type { TableShape } from './table-shape.js';

/** A cell as the graph gave it: a leaf, null, or lists of these. */
export type Cell = unknown;

/** One page of a table. */
export interface TablePage {
  readonly rows: readonly (readonly Cell[])[];
  /** What is missing and should not be; what the caller may not see is not among it. */
  readonly missing: readonly ResponseError[];
  /** Whether the list itself is missing, and not only parts of its rows. */
  readonly isListMissing: boolean;
}

/** The column that tells of each row what is missing in it. */
export const errorsColumn = '_errors';

/** The rows of one answer, each with what is missing in it as its last cell where `tellsErrors` is set. */
export function tablePage(
  shape: TableShape,
  { data, errors = [] }: GraphAnswer,
  tellsErrors: boolean,
): TablePage {
  const list = at(data, shape.path);
  const missing = errors.filter((error) => !isWithheld(shape, error) || tookMore(data, error));
  const told = tellsErrors ? errorsByRow(shape, missing) : undefined;
  const items = Array.isArray(list) ? list : [];
  const rows = items.flatMap((item, index) => {
    const own = rowsOf(shape, item);
    const error = told && [told.get(index) ?? null];
    return error ? own.map((row) => [...row, ...error]) : own;
  });
  const isListMissing = !Array.isArray(list) && missing.some(({ path }) => isAbove(shape, path));
  return { rows, missing, isListMissing };
}

/** The rows of one item of the list: one, or one for each item of its inner list, and one where that is empty. */
function rowsOf({ columns, multiplied }: TableShape, item: unknown): Cell[][] {
  if (!multiplied) return [columns.map(({ steps, lists }) => valueAt(item, steps, lists))];
  const inner = valueAt(item, multiplied);
  const items: unknown[] = Array.isArray(inner) && inner.length > 0 ? inner : [null];
  return items.map((each) =>
    columns.map(({ steps, lists, isOfItem }) => valueAt(isOfItem ? each : item, steps, lists)),
  );
}

function isWithheld({ withheld }: TableShape, { path, extensions }: ResponseError): boolean {
  if (extensions.code !== 'UNAUTHENTICATED' && extensions.code !== 'FORBIDDEN') return false;
  const place = keysOf(path ?? []).join('.');
  // Objects of a type that may not be seen are refused as a whole, and their fields are the columns.
  return [...withheld].some((each) => each === place || each.startsWith(`${place}.`));
}

/** True for an error that took more with it than its own place: what holds it is missing too. */
function tookMore(data: GraphAnswer['data'], { path = [] }: ResponseError): boolean {
  let holder: unknown = data;
  for (const segment of path.slice(0, -1)) {
    if (Array.isArray(holder)) holder = holder[Number(segment)];
    else holder = isFields(holder) ? reader(String(segment))(holder) : null;
  }
  return holder === null || holder === undefined;
}

/** True for an error that took the list with it: it stands at it, on the way to it, or nowhere. */
function isAbove({ path: list }: TableShape, path: ResponseError['path']): boolean {
  return keysOf(path ?? []).every((key, index) => index >= list.length || key === list[index]);
}

function errorsByRow(
  { path: list }: TableShape,
  errors: readonly ResponseError[],
): ReadonlyMap<number, string> {
  const told = new Map<number, string>();
  for (const { path = [], extensions } of errors) {
    const index = path[list.length];
    const isInList = list.every((key, place) => path[place] === key);
    if (!isInList || typeof index !== 'number') continue;
    const place = keysOf(path.slice(list.length)).join('.');
    const text = place ? `${place}: ${extensions.code}` : extensions.code;
    const before = told.get(index);
    told.set(index, before === undefined ? text : `${before}; ${text}`);
  }
  return told;
}

function keysOf(path: NonNullable<ResponseError['path']>): string[] {
  return path.filter((segment) => typeof segment === 'string');
}
