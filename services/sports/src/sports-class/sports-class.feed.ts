import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import { timesCalledOff } from '../class-time/class-time.rules.js';
import { sportsClassesByIds } from './sports-class.repository.js';

/** Tells sports classes to followers. */
export const publishSportsClasses: Publisher = async (em, ids) => {
  const classes = await sportsClassesByIds(em, ids);
  return new Map(
    classes.map((row) => [
      row.id,
      publishOpportunity(row, row.occurrences, {
        level: row.level,
        leaderIds: row.coachIds,
        calledOff: row.cancelledAt ? [] : timesCalledOff(row),
      }),
    ]),
  );
};
