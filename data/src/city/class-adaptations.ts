import { rowsOf } from '../table.js';
import { opportunityId } from './opportunity-line.js';

/** How an invented class is made fit for people with disabilities. */
export interface ClassAdaptationRow {
  classId: string;
  adapted: 'YES' | 'NO' | 'UNKNOWN';
  adaptations: string[];
}

/** Promises what is known of the adaptations of classes; of the others nobody said. */
export const classAdaptations = (): ClassAdaptationRow[] =>
  rowsOf('class-adaptations', (line) => ({
    classId: opportunityId(line.text('class')),
    adapted: line.oneOf('adapted', ['YES', 'NO', 'UNKNOWN']),
    adaptations: line.list('adaptations'),
  }));
