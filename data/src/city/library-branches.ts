import { rowsOf } from '../table.js';
import { type ClosingRule, openingOf, type WeeklyHours } from './opening-hours.js';
import { type Sourced, sourced } from './sourced.js';

/** A library as a lending branch (図書館・分室); the house itself is the facility. */
export interface LibraryBranchRow extends Sourced {
  facilityCode: string;
  hours: WeeklyHours[];
  closedDays: ClosingRule[];
  /** Whether reserved titles can be picked up here (予約資料の受取). */
  pickupShelf: 'YES' | 'NO';
  readingRoom: 'YES' | 'NO';
  /** Whether it serves readers with disabilities (ハンディキャップサービス). */
  accessibleService: 'YES' | 'NO' | 'UNKNOWN';
}

/** Promises the seven branches with their hours and closing rules. */
export const libraryBranches = (): LibraryBranchRow[] =>
  rowsOf('library-branches', (line) => {
    const facilityCode = line.text('facility');
    const { hours, closedDays } = openingOf(facilityCode, 'LIBRARY');
    return {
      facilityCode,
      hours,
      closedDays,
      pickupShelf: line.oneOf('pickupShelf', ['YES', 'NO']),
      readingRoom: line.oneOf('readingRoom', ['YES', 'NO']),
      accessibleService: line.oneOf('accessibleService', ['YES', 'NO', 'UNKNOWN']),
      ...sourced(line),
    };
  });
