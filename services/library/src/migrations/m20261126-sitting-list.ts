import { migrationStep } from '@manabi/kit/database';
import { deliveredTable } from '@manabi/kit/delivery/delivered-table';

/** Lists of places to sit fill their table. */
export const sittingList = migrationStep(
  'm20261126-sitting-list',
  deliveredTable('library_sitting_place', { ends: true }),
);
