import type { Row } from '../row.js';
import type { RecordBase } from './record-base.js';

/** How the remarks of a row begin that is a composed example, and how they name single fields that are. */
const wholeRow = /^見本（実在しない例です）/u;
const someFields = /^見本の項目：([\w.;]+)$/mu;

/** What the remarks of a row say of it being an example; a hub that publishes its sample city says so there. */
export function sampleMarkOf(row: Row): Pick<RecordBase, 'sample' | 'sampleFields'> {
  const remarks = row.cell('remarks').trim();
  if (wholeRow.test(remarks)) return { sample: true };
  const fields = someFields.exec(remarks)?.[1]?.split(';');
  return fields ? { sampleFields: fields } : {};
}
