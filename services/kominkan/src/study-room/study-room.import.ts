import { holdTarget } from '@manabi/kit/slot/hold.import';
import { roomTarget } from '@manabi/kit/slot/room.import';

/** Where rows of rooms of a file go. */
export const studyRoomTarget = roomTarget('study_room', 'purpose');

/** Where taken times of rooms go. */
export const studyRoomHoldTarget = holdTarget('slot_hold');
