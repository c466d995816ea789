import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import { sessionsOfCourses } from '../session/session.repository.js';
import { coursesByIds } from './course.repository.js';

/** Tells courses to followers, each with the times of its sessions. */
export const publishCourses: Publisher = async (em, ids) => {
  const courses = await coursesByIds(em, ids);
  const sessions = Map.groupBy(await sessionsOfCourses(em, ids), (session) => session.courseId);
  return new Map(
    courses.map((course) => [
      course.id,
      publishOpportunity(course, sessions.get(course.id) ?? [], course.instructorIds),
    ]),
  );
};
