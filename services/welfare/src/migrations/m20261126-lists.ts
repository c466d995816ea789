import { migrationStep } from '@manabi/kit/database';
import { deliveredTable } from '@manabi/kit/delivery/delivered-table';

/** Lists of places to sit, of access, of helpers and of notes fill their tables. */
export const listTables = migrationStep('m20261126-lists', [
  ...deliveredTable('children_hall_sitting_place', { ends: true }),
  ...['facility_access', 'assistants', 'childcare_session', 'practice_note'].flatMap((table) =>
    deliveredTable(table, { ends: false }),
  ),
]);
