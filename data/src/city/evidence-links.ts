import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import { desks } from './desks.js';
import { sampleOf, type Sourced } from './sourced.js';

/** That a sample record which is no opportunity stands for a measure of the plan. */
export interface EvidenceLinkRow extends Sourced {
  measureCode: string;
  /** Name of the type in the graph. */
  kind: string;
  recordId: string;
}

/** Promises every such link: those that desks name, and those of people and groups. */
export const evidenceLinks = (today: string = todayInTokyo()): EvidenceLinkRow[] => [
  ...desks(today).flatMap(({ id, measureCodes }) =>
    measureCodes.map((measureCode) => ({
      measureCode,
      kind: 'Desk',
      recordId: id,
      ...sampleOf(today),
    })),
  ),
  ...rowsOf('evidence-links', (line) => {
    const kind = line.oneOf('kind', ['Person', 'Group']);
    return {
      measureCode: line.text('measure'),
      kind,
      recordId: opaqueId(kind.toLowerCase(), line.text('key')),
      ...sampleOf(today),
    };
  }),
];
