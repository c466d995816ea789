import type { SlotSource } from '@manabi/kit/slot/slot.read';

/** The tables of courts and of what is taken of them. */
export const courtSlots: SlotSource = { rooms: 'court', holds: 'court_hold' };
