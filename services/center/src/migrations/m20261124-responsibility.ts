import { migrationStep } from '@manabi/kit/database';

/** Whether the city vouches for what others offer is said as yes, no or not known: files that say nothing of it know nothing. */
export const responsibilityTables = migrationStep('m20261124-responsibility', [
  `alter table external_offering alter at_own_responsibility drop default`,
  `alter table external_offering alter at_own_responsibility type text using case
     when source_key is not null or at_own_responsibility is null then 'UNKNOWN'
     when at_own_responsibility then 'YES' else 'NO' end`,
  `alter table external_offering alter at_own_responsibility set default 'UNKNOWN',
     alter at_own_responsibility set not null`,
]);
