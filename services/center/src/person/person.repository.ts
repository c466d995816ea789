import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { Person } from './person.entity.js';
import type { PersonFilter } from './person.input.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function peopleByIds(em: EntityManager, ids: readonly string[]): Promise<Person[]> {
  return em.find(Person, { id: { $in: [...ids] } });
}

/** People who fit and were not withdrawn, in the order of their ids. */
export function peopleAfter(
  em: EntityManager,
  filter: PersonFilter,
  { limit, after }: PageAfter,
): Promise<Person[]> {
  return em.find(
    Person,
    {
      withdrawnAt: null,
      ...(filter.subject != null && {
        subjectKeys: { $contains: [{ scheme: filter.subject.scheme, code: filter.subject.code }] },
      }),
      ...(filter.role != null && { role: filter.role }),
      ...(filter.areaCode != null && { areaCode: filter.areaCode }),
      ...(after !== null && { id: { $gt: after } }),
    },
    { orderBy: { id: 'asc' }, limit },
  );
}
