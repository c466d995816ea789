import { migrationStep } from '@manabi/kit/database';
import { editionColumns } from '@manabi/kit/opportunity/edition.tables';

/** What is told of a time of a class that was called off alone, and the edition of each class. */
export const changedTimes = migrationStep('m20261126-changed-times', [
  'alter table sports_class add column called_off jsonb',
  ...editionColumns('sports_class'),
]);
