import type { EntityManager } from '@mikro-orm/postgresql';

import { SiteVisit } from './site-visit.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function siteVisitsByIds(em: EntityManager, ids: readonly string[]): Promise<SiteVisit[]> {
  return em.find(SiteVisit, { id: { $in: [...ids] } });
}
