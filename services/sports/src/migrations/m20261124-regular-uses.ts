import { migrationStep } from '@manabi/kit/database';
import { regularUseTable } from '@manabi/kit/slot/regular-use.columns';

/** Regular uses of courts by groups, and where courts stand. */
export const regularUses = migrationStep('m20261124-regular-uses', regularUseTable('court'));
