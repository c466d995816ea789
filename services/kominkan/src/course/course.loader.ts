import { type LoaderOf, one } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';

import type { Course } from './course.entity.js';
import { type CoursesPage, coursesByIds, coursesTaught } from './course.repository.js';

export const courseById: LoaderOf<string, Course | null> = (em) =>
  one(
    (ids) => coursesByIds(em, ids),
    (course) => course.id,
  );

/** For a person and a page: the courses on it. */
export const coursesTaughtBy: LoaderOf<PageOf, CoursesPage | null> = (em) =>
  one(
    (pages) => coursesTaught(em, pages),
    (page) => page.asked,
  );
