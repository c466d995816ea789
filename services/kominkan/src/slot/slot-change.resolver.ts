import { slotChangeResolver } from '@manabi/kit/slot/slot.change';

import { SlotChange } from './slot-change.entity.js';
import { Slot } from './slot.entity.js';
import { slotById } from './slot.loader.js';

/** Tells what is taken of study rooms and what is freed. */
export const SlotChangeResolver = slotChangeResolver(SlotChange, {
  slot: Slot,
  byId: slotById,
  words: { en: 'stretch of a study room’s time', ja: '学習室の利用枠' },
});
