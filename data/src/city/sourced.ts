import type { Line } from '../table.js';
import { datasets } from './datasets.js';

/** What every row says of its origin. */
export interface Sourced {
  /** Code of a row of `datasets()`. */
  dataset: string;
  /** Day for which the row is true, ISO date. */
  asOf: string;
  /** True where the row was composed by us and describes nothing real. */
  sample: boolean;
  /** Fields of an otherwise real row that were composed by us or never checked. */
  sampleFields: string[];
}

let dates: ReadonlyMap<string, string> | undefined;

const dateOf = (dataset: string): string => {
  dates ??= new Map(datasets().map((row) => [row.code, row.date]));
  const date = dates.get(dataset);
  if (date === undefined) {
    throw new Error(
      `The data set "${dataset}" is not listed in datasets.tsv; add it with its source.`,
    );
  }
  return date;
};

/** Promises the origin of a line that names its data set, dated by that data set. */
export const sourced = (line: Line, sampleFields: string[] = []): Sourced => {
  const dataset = line.text('dataset');
  return { dataset, asOf: dateOf(dataset), sample: dataset === 'sample', sampleFields };
};

/** Promises the origin of a row composed by us, true on the given day. */
export const sampleOf = (today: string): Sourced => ({
  dataset: 'sample',
  asOf: today,
  sample: true,
  sampleFields: [],
});
