import { type LoaderOf, one } from '@manabi/kit/batch';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import { type SlotsOf, type SlotsPage, slotsByIds, slotsOfRooms } from '@manabi/kit/slot/slot.read';

import { roomSlots } from './slot.repository.js';

/** For a room and a page: the slots on it. */
export const slotsOfRoom: LoaderOf<SlotsOf, SlotsPage | null> = (em) =>
  one(
    (pages) => slotsOfRooms(em, roomSlots, pages),
    (page) => page.asked,
  );

export const slotById: LoaderOf<string, SlotFields | null> = (em) =>
  one(
    (ids) => slotsByIds(em, roomSlots, ids),
    (slot) => slot.id,
  );
