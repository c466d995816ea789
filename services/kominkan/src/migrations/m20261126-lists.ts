import { migrationStep } from '@manabi/kit/database';
import { deliveredTable } from '@manabi/kit/delivery/delivered-table';

/** Lists of lectures and of places to sit fill their tables. */
export const listTables = migrationStep('m20261126-lists', [
  ...deliveredTable('delivery_lecture', { ends: true }),
  ...deliveredTable('kominkan_sitting_place', { ends: true }),
]);
