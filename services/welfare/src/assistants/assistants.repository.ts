import type { EntityManager } from '@mikro-orm/postgresql';

import { Assistants } from './assistants.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function assistantsByIds(em: EntityManager, ids: readonly string[]): Promise<Assistants[]> {
  return em.find(Assistants, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** Those at these opportunities, kind by kind. */
export function assistantsOfOpportunities(
  em: EntityManager,
  opportunityIds: readonly string[],
): Promise<Assistants[]> {
  return em.find(
    Assistants,
    { opportunityId: { $in: [...opportunityIds] }, withdrawnAt: null },
    { orderBy: { kind: 'asc', id: 'asc' } },
  );
}
