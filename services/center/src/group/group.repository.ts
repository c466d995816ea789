import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { Group } from './group.entity.js';
import type { GroupFilter } from './group.input.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function groupsByIds(em: EntityManager, ids: readonly string[]): Promise<Group[]> {
  return em.find(Group, { id: { $in: [...ids] } });
}

/** Groups that take their new members from these courses and were not withdrawn, in the order of their ids. */
export function groupsFedByCourses(
  em: EntityManager,
  courseIds: readonly string[],
): Promise<Group[]> {
  return em.find(
    Group,
    { fedByCourseId: { $in: [...courseIds] }, withdrawnAt: null },
    { orderBy: { id: 'asc' } },
  );
}

/** Groups that fit and were not withdrawn, in the order of their ids. */
export function groupsAfter(
  em: EntityManager,
  filter: GroupFilter,
  { limit, after }: PageAfter,
): Promise<Group[]> {
  return em.find(
    Group,
    {
      withdrawnAt: null,
      ...(filter.subject != null && {
        subjectKeys: { $contains: [{ scheme: filter.subject.scheme, code: filter.subject.code }] },
      }),
      ...(filter.venueCode != null && { venueCode: filter.venueCode }),
      ...(filter.acceptsBeginners != null && { acceptsBeginners: filter.acceptsBeginners }),
      ...(after !== null && { id: { $gt: after } }),
    },
    { orderBy: { id: 'asc' }, limit },
  );
}
