import { slotPages, slotsById } from '@manabi/kit/slot/slot.loader';

import { roomSlots } from './slot.repository.js';

/** For a room and a page: the slots on it. */
export const slotsOfRoom = slotPages(roomSlots);

export const slotById = slotsById(roomSlots);
