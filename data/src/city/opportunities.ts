import { todayInTokyo } from '../tokyo-day.js';
import { carePrograms } from './care-programs.js';
import { courses } from './courses.js';
import { externalOfferings } from './external-offerings.js';
import { libraryPrograms } from './library-programs.js';
import type { OpportunityRow } from './opportunity.js';
import { sportsClasses } from './sports-classes.js';

/** Promises every sample opportunity of all five departments as it stands on `today`. */
export const opportunities = (today: string = todayInTokyo()): OpportunityRow[] => [
  ...libraryPrograms(today),
  ...courses(today),
  ...sportsClasses(today),
  ...carePrograms(today),
  ...externalOfferings(today),
];
