import { type LoaderOf, many, one } from '@manabi/kit/batch';
import type { SessionsIn } from '@manabi/kit/slot/session.arguments';

import type { Session } from './session.entity.js';
import {
  type SessionsPage,
  sessionsByIds,
  sessionsInRooms,
  sessionsOfCourses,
} from './session.repository.js';

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

/** For a room and a page: the sessions on it. */
export const sessionsInRoom: LoaderOf<SessionsIn, SessionsPage | null> = (em) =>
  one(
    (pages) => sessionsInRooms(em, pages),
    (page) => page.asked,
  );
