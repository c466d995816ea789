import type { EntityManager } from '@mikro-orm/postgresql';

import { RegularUse } from './regular-use.entity.js';

/** The regular uses by these groups. */
export function regularUsesByGroups(
  em: EntityManager,
  groupIds: readonly string[],
): Promise<RegularUse[]> {
  return em.find(RegularUse, { groupId: { $in: [...groupIds] } }, { orderBy: { id: 'asc' } });
}

/** The regular uses of these rooms. */
export function regularUsesOfRooms(
  em: EntityManager,
  roomIds: readonly string[],
): Promise<RegularUse[]> {
  return em.find(
    RegularUse,
    { roomId: { $in: [...roomIds] } },
    { orderBy: { weekday: 'asc', startsAt: 'asc', id: 'asc' } },
  );
}
