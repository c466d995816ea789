import { CommunityClub } from './community-club.entity.js';

/** A club for tests; name only what matters. */
export function aCommunityClub(given: Partial<CommunityClub> = {}): CommunityClub {
  return Object.assign(
    new CommunityClub(),
    {
      id: 'club',
      name: { ja: '地域スポーツクラブ' },
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}
