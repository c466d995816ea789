import { migrationStep } from '@manabi/kit/database';
import { unseenApplicants } from '@manabi/kit/opportunity/unseen.tables';
import { unseenHolders } from '@manabi/kit/slot/slot.tables';

/** Changes of what nobody is told are told to nobody: who applied, who has a room. */
export const unseenChanges = migrationStep('m20261127-unseen', [
  ...unseenApplicants('course', 'Course'),
  ...unseenHolders('slot_hold', 'Slot'),
]);
