import { cellOf } from './csv/csv-line.js';

/** Where a record comes from, as far as its row says it. */
export interface Standing {
  readonly sample: boolean;
}

/** What the remarks of a record say that was composed as an example; the reading of files knows it and marks the record. */
export const sampleMark = '見本（実在しない例です）';

/** The remarks of a row: that it is an example, or which of its fields are. */
export function remarksCell(
  standing: Standing | null | undefined,
  sampleFields: readonly string[] | null = null,
): string {
  if (standing?.sample) return sampleMark;
  return sampleFields && sampleFields.length > 0
    ? cellOf(`見本の項目：${sampleFields.join(';')}`)
    : '';
}
