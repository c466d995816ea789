import { type LoaderOf, many } from '@manabi/kit/batch';
import { alternativesOf } from '@manabi/kit/slot/regular-use.read';

import { roomSlots } from '../slot/slot.repository.js';
import type { RegularUse } from './regular-use.entity.js';
import { regularUsesByGroups, regularUsesOfRooms } from './regular-use.repository.js';

export const regularUsesByGroup: LoaderOf<string, RegularUse[]> = (em) =>
  many(
    (ids) => regularUsesByGroups(em, ids),
    ({ groupId }) => groupId,
  );

export const regularUsesOfStudyRoom: LoaderOf<string, RegularUse[]> = (em) =>
  many(
    (ids) => regularUsesOfRooms(em, ids),
    ({ roomId }) => roomId,
  );

/** For a regular use: other rooms for it. */
export const otherStudyRooms = alternativesOf(roomSlots);
