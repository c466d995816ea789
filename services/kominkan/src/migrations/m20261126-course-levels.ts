import { migrationStep } from '@manabi/kit/database';

/** For whom a course is meant by what they can already. */
export const courseLevels = migrationStep('m20261126-course-levels', [
  `alter table course add column level text`,
]);
