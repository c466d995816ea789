import { slotChangeResolver } from '@manabi/kit/slot/slot.change';

import { CourtSlotChange } from './court-slot-change.entity.js';
import { CourtSlot } from './court-slot.entity.js';
import { courtSlotById } from './court-slot.loader.js';

/** Tells what is taken of courts and what is freed. */
export const CourtSlotChangeResolver = slotChangeResolver(CourtSlotChange, {
  slot: CourtSlot,
  byId: courtSlotById,
  words: { en: 'stretch of a court’s time', ja: 'コートの利用枠' },
});
