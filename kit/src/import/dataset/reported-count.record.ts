import type { RecordBase } from './record-base.js';

/** What a department reports of one month: a number, nobody in particular. */
export interface ReportedCountRecord extends RecordBase {
  readonly kind: 'reported-count';
  /** Code or name of the department, and of the facility where it is about one, as written. */
  readonly department: string;
  readonly facility?: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly measure: 'PARTICIPANTS' | 'LOANS' | 'VISITS';
  readonly ageBand?: string;
  readonly count: number;
}
