import { slotPages, slotsById } from '@manabi/kit/slot/slot.loader';

import { courtSlots } from './court-slot.repository.js';

/** For a court and a page: the slots on it. */
export const slotsOfCourt = slotPages(courtSlots);

export const courtSlotById = slotsById(courtSlots);
