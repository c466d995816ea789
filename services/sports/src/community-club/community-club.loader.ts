import { type LoaderOf, one } from '@manabi/kit/batch';

import type { CommunityClub } from './community-club.entity.js';
import { communityClubsByIds } from './community-club.repository.js';

export const communityClubById: LoaderOf<string, CommunityClub | null> = (em) =>
  one(
    (ids) => communityClubsByIds(em, ids),
    (club) => club.id,
  );
