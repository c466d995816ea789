import { migrationStep } from '@manabi/kit/database';
import { slotFeed } from '@manabi/kit/slot/slot.tables';

/** What is taken and freed is told from now on. */
export const slotChanges = migrationStep(
  'm20261126-slot-changes',
  slotFeed('court_hold', 'CourtSlot'),
);
