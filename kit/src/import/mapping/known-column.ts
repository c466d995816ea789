import { columnOf } from '../alias.js';
import { datasets } from '../dataset/catalogue.js';
import type { DatasetColumns, DatasetId } from '../dataset/definition.js';

/** The columns of a kind of file. */
export function columnsOf(dataset: DatasetId): DatasetColumns {
  const found = datasets.find(({ id }) => id === dataset);
  if (!found)
    throw new Error(`Broken assumption: the kind of file "${dataset}" is in the catalogue`);
  return found;
}

/** The canonical column that a person means by its standard name, another name of it, or its name in the program (startDate, start date). */
export function knownColumn(dataset: DatasetId, word: string): string | undefined {
  const plain = word.replaceAll(/[\s_-]/g, '').toLowerCase();
  const own = Object.keys(columnsOf(dataset).columns).find(
    (column) => column.toLowerCase() === plain,
  );
  return own ?? columnOf(dataset, word);
}

/** The standard Japanese name of a canonical column; columns of ages, which have none, say themselves. */
export function columnTitle(dataset: DatasetId, column: string): string {
  const titles = columnsOf(dataset).columns[column];
  return titles?.find((title) => knownColumn(dataset, title) === column) ?? column;
}
