import { communityClubs } from '@manabi/data/city/community-clubs';
import { opaqueId } from '@manabi/data/opaque-id';
import { Tri } from '@manabi/kit/value/tri';
import type { CommunityClub } from '@manabi/sports/community-club/community-club.entity';
import type { Membership } from '@manabi/sports/community-club/membership.entity';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The invented clubs. */
export const clubRows = (today: string): Partial<CommunityClub>[] =>
  communityClubs(today).map((row) => ({
    id: row.id,
    name: localText(row.name),
    summary: localText(row.summary),
    sports: row.sports,
    ages: row.ages,
    yearlyFeeYen: row.yearlyFeeYen,
    acceptsBeginners: Tri[row.acceptsBeginners],
    since: row.since,
    homeCode: row.homeCode,
    provenance: provenanceOf(row, 'sports'),
  }));

/** Which circles belong to them. */
export const membershipRows = (today: string): Partial<Membership>[] =>
  communityClubs(today).flatMap(({ id, groupIds }) =>
    groupIds.map((groupId) => ({
      id: opaqueId('club-membership', `${id} ${groupId}`),
      clubId: id,
      groupId,
    })),
  );
