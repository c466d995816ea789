import type { Led } from '@manabi/kit/opportunity/opportunity.leaders';
import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { SportsClass } from './sports-class.entity.js';

/** The classes with these ids, in no order; ids that nobody has are left out. */
export function sportsClassesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<SportsClass[]> {
  return readByKeys(em, SportsClass, ['id', ids]);
}

/** Classes by those who coach them. */
export const coachedClasses: Led<SportsClass> = {
  type: SportsClass,
  table: 'sports_class',
  leaders: 'coach_ids',
};
