import { holdTarget } from '@manabi/kit/slot/hold.import';
import { roomTarget } from '@manabi/kit/slot/room.import';

/** Where rows of courts of a file go. */
export const courtTarget = roomTarget('court', 'kind');

/** Where taken times of courts go. */
export const courtHoldTarget = holdTarget('court_hold');
