import type { Publisher } from '@manabi/kit/feed/publisher';
import {
  type CalledOffTime,
  publishOpportunity,
} from '@manabi/kit/opportunity/opportunity.published';

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
      publishOpportunity(course, toldSessions(course, sessions.get(course.id) ?? []), {
        level: course.level,
        leaderIds: course.instructorIds,
        calledOff: course.cancelledAt ? [] : (sessions.get(course.id) ?? []).flatMap(calledOff),
      }),
    ]),
  );
};

/** A cancelled course keeps the times that it would have had; of one that goes on, cancelled meetings are left out. */
const toldSessions = ({ cancelledAt }: Course, sessions: readonly Session[]): readonly Session[] =>
  cancelledAt ? sessions : sessions.filter((session) => !session.cancelledAt);

/** Times at which a meeting was to take place and no longer does: it was cancelled, or moved. */
const calledOff = ({ cancelledAt, formerTimes, ...time }: Session): CalledOffTime[] => [
  ...(cancelledAt ? [{ ...time, at: cancelledAt }] : []),
  ...(formerTimes ?? []).map((former) => Object.assign({}, former, { at: former.movedAt })),
];
