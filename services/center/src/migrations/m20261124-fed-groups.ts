import { migrationStep } from '@manabi/kit/database';

/** Finds the circles that a course feeds. */
export const fedGroups = migrationStep('m20261124-fed-groups', [
  `create index learning_group_fed_by on learning_group (fed_by_course_id)`,
]);
