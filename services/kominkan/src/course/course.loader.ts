import { type LoaderOf, one } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';
import { type LedPage, ledBy } from '@manabi/kit/opportunity/opportunity.leaders';

import type { Course } from './course.entity.js';
import { coursesByIds, taughtCourses } from './course.repository.js';

export const courseById: LoaderOf<string, Course | null> = (em) =>
  one(
    (ids) => coursesByIds(em, ids),
    (course) => course.id,
  );

/** For a person and a page: the courses on it. */
export const coursesTaughtBy: LoaderOf<PageOf, LedPage<Course> | null> = (em) =>
  one(
    (pages) => ledBy(em, taughtCourses, pages),
    (page) => page.asked,
  );
