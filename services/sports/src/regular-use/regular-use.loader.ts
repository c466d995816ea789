import { regularUsesIn } from '@manabi/kit/slot/regular-use.loader';
import { alternativesOf } from '@manabi/kit/slot/regular-use.read';

import { courtSlots } from '../court-slot/court-slot.repository.js';
import { RegularCourtUse } from './regular-use.entity.js';

/** The regular uses of courts, by group and by court. */
export const courtUses = regularUsesIn(RegularCourtUse);

/** For a regular use: other courts for it. */
export const otherCourts = alternativesOf(courtSlots, 'kind');
