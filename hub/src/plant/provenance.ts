import { type DatasetRow, datasets } from '@manabi/data/city/datasets';
import type { Sourced } from '@manabi/data/city/sourced';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';
import type { Provenance } from '@manabi/kit/value/provenance';

let known: ReadonlyMap<string, DatasetRow> | undefined;

const datasetsByCode = (): ReadonlyMap<string, DatasetRow> => {
  known ??= new Map(datasets().map((row) => [row.code, row]));
  return known;
};

/** Codes of every data set of the bundled city: a row that names another one was written by a department. */
export const bundledDatasets = (): readonly string[] => [...datasetsByCode().keys()];

/** Where a row of the bundled city comes from, and which department answers for it. */
export const provenanceOf = (row: Sourced, department: string): Provenance => ({
  department,
  dataset: row.dataset,
  asOf: momentInJapan(row.asOf),
  licence: datasetsByCode().get(row.dataset)?.licence ?? null,
  sample: row.sample,
});
