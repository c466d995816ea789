import type { EntityManager } from '@mikro-orm/postgresql';

import { Session } from './session.entity.js';

/** The sessions of these courses, earliest first. */
export function sessionsOfCourses(
  em: EntityManager,
  courseIds: readonly string[],
): Promise<Session[]> {
  return em.find(
    Session,
    { courseId: { $in: [...courseIds] } },
    { orderBy: { startsAt: 'asc', id: 'asc' } },
  );
}

/** The sessions with these ids, in no order. */
export function sessionsByIds(em: EntityManager, ids: readonly string[]): Promise<Session[]> {
  return em.find(Session, { id: { $in: [...ids] } });
}
