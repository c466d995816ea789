import { type LoaderOf, many } from '@manabi/kit/batch';

import type { Membership } from './membership.entity.js';
import { type ClubOfGroup, clubsOfGroups, membershipsOfClubs } from './membership.repository.js';

export const clubsOfGroup: LoaderOf<string, ClubOfGroup[]> = (em) =>
  many(
    (ids) => clubsOfGroups(em, ids),
    ({ groupId }) => groupId,
  );

export const membershipsOfClub: LoaderOf<string, Membership[]> = (em) =>
  many(
    (ids) => membershipsOfClubs(em, ids),
    ({ clubId }) => clubId,
  );
