import { Audience } from '@manabi/kit/vocabulary/audience';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { Desk } from './desk.entity.js';
import type { DeskFilter } from './desk.input.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function desksByIds(em: EntityManager, ids: readonly string[]): Promise<Desk[]> {
  return em.find(Desk, { id: { $in: [...ids] } });
}

/** Desks that fit and were not withdrawn, in the order of their ids. */
export function desksAfter(
  em: EntityManager,
  filter: DeskFilter,
  { limit, after }: PageAfter,
): Promise<Desk[]> {
  return em.find(
    Desk,
    {
      withdrawnAt: null,
      ...(filter.subject != null && {
        subjectKeys: { $contains: [{ scheme: filter.subject.scheme, code: filter.subject.code }] },
      }),
      ...(filter.audience != null && {
        audiences: { $overlap: [filter.audience, Audience.ANYONE] },
      }),
      ...(filter.departmentCode != null && { departmentCode: filter.departmentCode }),
      ...(after !== null && { id: { $gt: after } }),
    },
    { orderBy: { id: 'asc' }, limit },
  );
}
