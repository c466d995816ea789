import type { EntityManager } from '@mikro-orm/postgresql';

import { Desk } from './desk.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function desksByIds(em: EntityManager, ids: readonly string[]): Promise<Desk[]> {
  return em.find(Desk, { id: { $in: [...ids] } });
}
