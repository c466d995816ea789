import { migrationStep } from '@manabi/kit/database';
import { usedForColumn } from '@manabi/kit/slot/slot.tables';

/** For which record of the department a room is taken. */
export const roomUses = migrationStep('m20261124-room-uses', usedForColumn('court_hold'));
