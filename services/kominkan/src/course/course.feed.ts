import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import type { Session } from '../session/session.entity.js';
import { sessionsOfCourses } from '../session/session.repository.js';
import type { Course } from './course.entity.js';
import { coursesByIds } from './course.repository.js';

/** Tells courses to followers, each with the times of its sessions. */
export const publishCourses: Publisher = async (em, ids) => {
  const courses = await coursesByIds(em, ids);
  const sessions = Map.groupBy(await sessionsOfCourses(em, ids), (session) => session.courseId);
  return new Map(
    courses.map((course) => [
      course.id,
      publishOpportunity(
        course,
        toldSessions(course, sessions.get(course.id) ?? []),
        course.instructorIds,
      ),
    ]),
  );
};

/** A cancelled course keeps the times that it would have had; of one that goes on, cancelled meetings are left out. */
const toldSessions = ({ cancelledAt }: Course, sessions: readonly Session[]): readonly Session[] =>
  cancelledAt ? sessions : sessions.filter((session) => !session.cancelledAt);
