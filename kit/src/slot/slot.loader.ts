import { type LoaderOf, one } from '../batch.js';
import type { SlotFields } from './slot.fields.js';
import {
  type SlotSource,
  type SlotsOf,
  type SlotsPage,
  slotsByIds,
  slotsOfRooms,
} from './slot.read.js';

/** A loader that gives for a room and a page the slots on it. Make it once for each source. */
export const slotPages =
  (source: SlotSource): LoaderOf<SlotsOf, SlotsPage | null> =>
  (em) =>
    one(
      (pages) => slotsOfRooms(em, source, pages),
      (page) => page.asked,
    );

/** A loader that gives the slot with an id as it stands now. Make it once for each source. */
export const slotsById =
  (source: SlotSource): LoaderOf<string, SlotFields | null> =>
  (em) =>
    one(
      (ids) => slotsByIds(em, source, ids),
      (slot) => slot.id,
    );
