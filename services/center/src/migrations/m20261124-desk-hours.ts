import { migrationStep } from '@manabi/kit/database';

/** Days on which a desk's hours differ, and how many it advises at once. */
export const deskHoursTables = migrationStep('m20261124-desk-hours', [
  'alter table desk add exceptions jsonb, add capacity integer check (capacity >= 0)',
]);
