import { regularUsesIn } from '@manabi/kit/slot/regular-use.loader';
import { alternativesOf } from '@manabi/kit/slot/regular-use.read';

import { roomSlots } from '../slot/slot.repository.js';
import { RegularUse } from './regular-use.entity.js';

/** The regular uses of study rooms, by group and by room. */
export const studyRoomUses = regularUsesIn(RegularUse);

/** For a regular use: other rooms for it. */
export const otherStudyRooms = alternativesOf(roomSlots);
