import { migrationStep } from '@manabi/kit/database';
import { editionColumns, editionOfParent } from '@manabi/kit/opportunity/edition.tables';

/** What is told of a meeting that was moved or called off, and the edition of each course. */
export const changedSessions = migrationStep('m20261126-changed-sessions', [
  'alter table session add column notice text, add column former_times jsonb',
  ...editionColumns('course'),
  ...editionOfParent('session', 'course', 'course_id'),
]);
