import type { EntityManager } from '@mikro-orm/postgresql';

import { RegularCourtUse } from './regular-use.entity.js';

/** The regular uses by these groups. */
export function regularUsesByGroups(
  em: EntityManager,
  groupIds: readonly string[],
): Promise<RegularCourtUse[]> {
  return em.find(RegularCourtUse, { groupId: { $in: [...groupIds] } }, { orderBy: { id: 'asc' } });
}

/** The regular uses of these courts. */
export function regularUsesOfRooms(
  em: EntityManager,
  roomIds: readonly string[],
): Promise<RegularCourtUse[]> {
  return em.find(
    RegularCourtUse,
    { roomId: { $in: [...roomIds] } },
    { orderBy: { weekday: 'asc', startsAt: 'asc', id: 'asc' } },
  );
}
