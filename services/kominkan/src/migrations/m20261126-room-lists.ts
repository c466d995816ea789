import { migrationStep } from '@manabi/kit/database';
import { deliveredRoomTables } from '@manabi/kit/slot/delivered.tables';

/** Files of rooms, of what is taken of them, of regular uses and of lotteries are known again when they come next. */
export const roomLists = migrationStep(
  'm20261126-room-lists',
  deliveredRoomTables('study_room', 'slot_hold'),
);
