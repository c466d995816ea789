import { datasets } from './dataset/catalogue.js';
import type { DatasetColumns, DatasetId } from './dataset/definition.js';
import { ageColumn } from './dataset/age-column.js';
import { bareHeaderKey, headerKey } from './header-key.js';
import type { RowsMeaning } from './session/rows-meaning.js';

/** How the cells of a row are known: which canonical column stands at which places, and which columns are not known. */
export interface Mapping {
  readonly dataset: DatasetId;
  readonly headers: readonly string[];
  /** Canonical column to the places where it stands; more than one when a file says it twice. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** Places of columns with a header that the dataset does not know. */
  readonly extra: readonly number[];
  /** Canonical columns whose cells are put together out of several cells of the row, or are the same text in every row. */
  readonly composed?: ReadonlyMap<string, Composition>;
  /** Places whose blank cells repeat the cell above. */
  readonly carried?: readonly number[];
  /** What several rows of one name are, where a map says it; see the map. */
  readonly rows?: RowsMeaning;
  /** Reads the columns anew where the header stands in the table again, in another order; undefined where they are not all there. */
  readonly below?: (headers: readonly string[]) => Mapping | undefined;
}

/** A cell made of cells of its row and of words: places by their number, words as they are. */
export interface Composition {
  /** What stands for the header in reports. */
  readonly header: string;
  readonly parts: readonly (string | number)[];
}

/** How well headers fit a kind of file: its columns found, weighted by how telling they are. */
export interface Fit {
  readonly mapping: Mapping;
  readonly title: string;
  readonly score: number;
  /** Whether everything that the kind needs is there. */
  readonly isWhole: boolean;
}

const keysOf = new Map<DatasetId, ReadonlyMap<string, string>>(
  datasets.map((dataset) => [
    dataset.id,
    new Map(
      Object.entries(dataset.columns).flatMap(([column, headers]) =>
        headers.map((header) => [headerKey(header), column] as const),
      ),
    ),
  ]),
);

/** The canonical column that a header names in a kind of file, or undefined. */
export function columnOf(dataset: DatasetId, header: string): string | undefined {
  if (header.trim() === '') return undefined;
  const keys = keysOf.get(dataset);
  const full = keys?.get(headerKey(header));
  if (full !== undefined) return full;
  return (
    (dataset === 'population' ? ageColumn(header) : undefined) ?? keys?.get(bareHeaderKey(header))
  );
}

/** Whether a kind of file (any, unless one is given) knows the header just as it is. */
export function isKnownHeader(header: string, dataset?: DatasetId): boolean {
  const key = headerKey(header);
  if (ageColumn(header) !== undefined) return true;
  return dataset === undefined
    ? [...keysOf.values()].some((keys) => keys.has(key))
    : (keysOf.get(dataset)?.has(key) ?? false);
}

/** How the headers fit each kind of file, best first. */
export function fits(headers: readonly string[], only?: DatasetId): Fit[] {
  return datasets
    .filter((dataset) => only === undefined || dataset.id === only)
    .map((dataset) => fit(dataset, headers))
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.score - a.score);
}

function fit(dataset: DatasetColumns, headers: readonly string[]): Fit {
  const columns = new Map<string, number[]>();
  const extra: number[] = [];
  const exact = headers.map((header) => keysOf.get(dataset.id)?.get(headerKey(header)));
  headers.forEach((header, at) => {
    const column = columnOf(dataset.id, header);
    // A header that only fits without its brackets stands back behind one that fits as it is.
    const isSecond = column !== undefined && exact[at] === undefined && exact.includes(column);
    if (column !== undefined && !isSecond)
      columns.set(column, [...(columns.get(column) ?? []), at]);
    else if (header.trim() !== '') extra.push(at);
  });
  const marks = dataset.marks.filter((column) => columns.has(column)).length;
  const ages = [...columns.keys()].filter((column) => column.startsWith('age:')).length;
  return {
    mapping: { dataset: dataset.id, headers, columns, extra },
    title: dataset.title,
    score: columns.size + 4 * marks + 2 * ages,
    isWhole: dataset.needs.every((group) => group.some((column) => columns.has(column))),
  };
}
