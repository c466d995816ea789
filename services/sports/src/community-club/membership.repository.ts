import type { EntityManager } from '@mikro-orm/postgresql';

import { CommunityClub } from './community-club.entity.js';
import { Membership } from './membership.entity.js';

/** A club with the circle that belongs to it. */
export interface ClubOfGroup {
  readonly groupId: string;
  readonly club: CommunityClub;
}

/** The clubs to which these circles belong. One query. */
export async function clubsOfGroups(
  em: EntityManager,
  groupIds: readonly string[],
): Promise<ClubOfGroup[]> {
  const rows = await em.execute<({ group_id: string } & object)[]>(
    `select club.*, member.group_id from club_membership member
     join community_club club on club.id = member.club_id
     where member.group_id in (select jsonb_array_elements_text(?::jsonb)) order by club.id`,
    [JSON.stringify(groupIds)],
  );
  return rows.map(({ group_id, ...row }) => ({
    groupId: group_id,
    club: em.map(CommunityClub, row),
  }));
}

/** The memberships of these clubs. */
export function membershipsOfClubs(
  em: EntityManager,
  clubIds: readonly string[],
): Promise<Membership[]> {
  return em.find(Membership, { clubId: { $in: [...clubIds] } }, { orderBy: { groupId: 'asc' } });
}
