import type { EntityManager } from '@mikro-orm/postgresql';

import { Person } from './person.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function peopleByIds(em: EntityManager, ids: readonly string[]): Promise<Person[]> {
  return em.find(Person, { id: { $in: [...ids] } });
}
