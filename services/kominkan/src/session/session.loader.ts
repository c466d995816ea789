import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Session } from './session.entity.js';
import { sessionsByIds, sessionsOfCourses } from './session.repository.js';

export const sessionsOfCourse: LoaderOf<string, Session[]> = (em) =>
  many(
    (courseIds) => sessionsOfCourses(em, courseIds),
    (session) => session.courseId,
  );

export const sessionById: LoaderOf<string, Session | null> = (em) =>
  one(
    (ids) => sessionsByIds(em, ids),
    (session) => session.id,
  );
