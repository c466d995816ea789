import type { Led } from '@manabi/kit/opportunity/opportunity.leaders';
import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Course } from './course.entity.js';

/** The courses with these ids, in no order; ids that nobody has are left out. */
export function coursesByIds(em: EntityManager, ids: readonly string[]): Promise<Course[]> {
  return readByKeys(em, Course, ['id', ids]);
}

/** Courses by those who teach them. */
export const taughtCourses: Led<Course> = {
  type: Course,
  table: 'course',
  leaders: 'instructor_ids',
};
