import type { SlotSource } from '@manabi/kit/slot/slot.read';

/** The tables of study rooms and of what is taken of them. */
export const roomSlots: SlotSource = { rooms: 'study_room', holds: 'slot_hold' };
