import { migrationStep } from '@manabi/kit/database';
import { regularUseTable } from '@manabi/kit/slot/regular-use.columns';

/** Regular uses of rooms by groups, and where rooms stand. */
export const regularUses = migrationStep('m20261124-regular-uses', regularUseTable('study_room'));
