import type { TriState } from '../cell/tri-state.js';
import type { WeeklyTime } from '../cell/weekly-time.js';
import type { RecordBase } from './record-base.js';

/** What every row of the common entry form says. */
export interface EntryBase extends RecordBase {
  readonly name: string;
  readonly nameKana: string;
  readonly ndcs: readonly string[];
  readonly summary?: string;
  readonly confirmedOn?: string;
}

/** A row of the common entry form for people. */
export interface PersonRecord extends EntryBase {
  readonly kind: 'person';
  readonly roles: readonly string[];
  readonly qualifications: readonly string[];
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly districts: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly fee?: number;
  readonly consent: TriState;
  readonly email?: string;
  readonly phone?: string;
}

/** A row of the common entry form for groups. */
export interface GroupRecord extends EntryBase {
  readonly kind: 'group';
  readonly members?: number;
  readonly fee?: number;
  readonly beginners: TriState;
  readonly venueName?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A row of the common entry form for advice desks. */
export interface DeskRecord extends EntryBase {
  readonly kind: 'desk';
  readonly departmentName?: string;
  readonly venueName?: string;
  readonly freeTimes: readonly WeeklyTime[];
  readonly appointment: TriState;
  readonly capacity?: number;
  readonly phone?: string;
  readonly url?: string;
}

/** A row of the common entry form. */
export type EntryRecord = PersonRecord | GroupRecord | DeskRecord;
