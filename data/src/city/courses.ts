import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { OpportunityRow } from './opportunity.js';
import { opportunityOf } from './opportunity-line.js';

/** A course of a kominkan (公民館講座). */
export type CourseRow = OpportunityRow;

/** Promises the kominkan's sixty sample courses as they stand on `today`. */
export const courses = (today: string = todayInTokyo()): CourseRow[] =>
  rowsOf('courses', (line) => opportunityOf(line, 'Course', today));
