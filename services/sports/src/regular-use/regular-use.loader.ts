import { type LoaderOf, many } from '@manabi/kit/batch';
import { alternativesOf } from '@manabi/kit/slot/regular-use.read';

import { courtSlots } from '../court-slot/court-slot.repository.js';
import type { RegularCourtUse } from './regular-use.entity.js';
import { regularUsesByGroups, regularUsesOfRooms } from './regular-use.repository.js';

export const regularUsesByGroup: LoaderOf<string, RegularCourtUse[]> = (em) =>
  many(
    (ids) => regularUsesByGroups(em, ids),
    ({ groupId }) => groupId,
  );

export const regularUsesOfCourt: LoaderOf<string, RegularCourtUse[]> = (em) =>
  many(
    (ids) => regularUsesOfRooms(em, ids),
    ({ roomId }) => roomId,
  );

/** For a regular use: other courts for it. */
export const otherCourts = alternativesOf(courtSlots, 'kind');
