import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { OpportunityRow } from './opportunity.js';
import { opportunityOf } from './opportunity-line.js';

/** For whom a class is meant by skill: 初心者, 中級, だれでも. */
export const LEVELS = ['BEGINNER', 'INTERMEDIATE', 'ALL'] as const;

/** A sports class (スポーツ教室). */
export interface SportsClassRow extends OpportunityRow {
  level: (typeof LEVELS)[number];
}

/** Promises the forty sample sports classes as they stand on `today`. */
export const sportsClasses = (today: string = todayInTokyo()): SportsClassRow[] =>
  rowsOf('sports-classes', (line) =>
    Object.assign(opportunityOf(line, 'SportsClass', today), {
      level: line.oneOf('extra', LEVELS),
    }),
  );
