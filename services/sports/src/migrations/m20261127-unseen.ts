import { migrationStep } from '@manabi/kit/database';
import { unseenApplicants } from '@manabi/kit/opportunity/unseen.tables';
import { unseenHolders } from '@manabi/kit/slot/slot.tables';

/** Changes of what nobody is told are told to nobody: who applied, who has a court. */
export const unseenChanges = migrationStep('m20261127-unseen', [
  ...unseenApplicants('sports_class', 'SportsClass'),
  ...unseenHolders('court_hold', 'CourtSlot'),
]);
