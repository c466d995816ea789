import type DataLoader from 'dataloader';

import { type LoaderOf, one } from '../batch.js';
import { type Connection, type Edge, connection } from '../connection/connection.js';
import type { SlotFields } from './slot.fields.js';
import {
  type SlotSource,
  type SlotsOf,
  type SlotsPage,
  slotCursor,
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

/** The page of a room's slots as a connection. */
export async function loadSlots(
  pages: DataLoader<SlotsOf, SlotsPage | null, string>,
  asked: SlotsOf,
): Promise<Connection<Edge<SlotFields>>> {
  const found = await pages.load(asked);
  return connection(found?.slots ?? [], asked, (node) => ({ cursor: slotCursor(node), node }));
}
