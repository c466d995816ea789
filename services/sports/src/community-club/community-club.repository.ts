import type { EntityManager } from '@mikro-orm/postgresql';

import { CommunityClub } from './community-club.entity.js';

/** The clubs with these ids, in no order; ids that nobody has are left out. */
export function communityClubsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<CommunityClub[]> {
  return em.find(CommunityClub, { id: { $in: [...ids] } });
}

/** Up to so many clubs in the order of their ids, those after an id where one is given. */
export function communityClubsAfter(
  em: EntityManager,
  { id, limit }: { id: string | null; limit: number },
): Promise<CommunityClub[]> {
  const where = id === null ? {} : { id: { $gt: id } };
  return em.find(CommunityClub, where, { orderBy: { id: 'asc' }, limit });
}
