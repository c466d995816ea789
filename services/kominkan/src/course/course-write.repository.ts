import { randomUUID } from 'node:crypto';

import {
  type AlreadyCancelled,
  type NotInOrder,
  alreadyCancelled,
  timeBackwards,
  windowBackwards,
} from '@manabi/kit/opportunity/opportunity.refusal';
import { saidColumns, windowIsInOrder } from '@manabi/kit/opportunity/opportunity.input';
import {
  type RoomUse,
  type UseRefused,
  giveBackRooms,
  takeRooms,
} from '@manabi/kit/slot/use.write';
import type { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { Written } from '@manabi/kit/write/write-once';
import type { Writing } from '@manabi/kit/write/writing';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Session } from '../session/session.entity.js';
import { roomSlots } from '../slot/slot.repository.js';
import { Course } from './course.entity.js';
import type {
  CancelCourseInput,
  ChangeCourseInput,
  ConfirmCourseInput,
  PublishCourseInput,
} from './course-write.input.js';

type Changed = Written | RecordUnknown | ChangedMeanwhile;

/** Adds a course with its meetings and books their rooms: all of it, or why not. */
export async function publishCourse(
  em: EntityManager,
  input: PublishCourseInput,
  { act, now }: Writing,
): Promise<Written | NotInOrder | UseRefused> {
  const { details, sessions, title, level } = input;
  if (sessions.some(({ startsAt, endsAt }) => endsAt <= startsAt)) return timeBackwards();
  const said = saidColumns(Object.assign({}, details, { title }));
  if (!windowIsInOrder(said)) return windowBackwards();
  const course = Object.assign(new Course(), {
    id: randomUUID(),
    subjectKeys: [],
    ...said,
    level: level ?? null,
    startsAt: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime()))),
    provenance: { department: 'kominkan', asOf: now, sample: false },
  });
  const rows = sessions.map((session) => sessionOf(course, session));
  const refused = await takeRooms(
    em,
    roomSlots,
    rows.flatMap((row) => useOf(row, title)),
  );
  if (refused) return refused;
  const written = await addRecord(em, course, act);
  em.persist(rows);
  await em.flush();
  return written;
}

/** Changes what is said of a course. */
export function changeCourse(
  em: EntityManager,
  { id, revision, details, level }: ChangeCourseInput,
  { act }: Writing,
): Promise<Changed | NotInOrder> {
  return changeRecord(
    em,
    { type: Course, id, revision },
    {
      act,
      decide: (course) => {
        const said = saidColumns(details, course);
        if (!windowIsInOrder(said, course)) return windowBackwards();
        return { ...said, level: level ?? course.level ?? null };
      },
    },
  );
}

/** Says that a course still holds as it is written. */
export function confirmCourse(
  em: EntityManager,
  { id, revision }: ConfirmCourseInput,
  { act, now }: Writing,
): Promise<Changed> {
  return changeRecord(
    em,
    { type: Course, id, revision },
    {
      act,
      decide: ({ provenance }) => ({
        provenance: Object.assign({}, provenance, { asOf: now }),
      }),
    },
  );
}

/** Cancels a course with its meetings to come, and gives their rooms back. */
export async function cancelCourse(
  em: EntityManager,
  { id, revision }: CancelCourseInput,
  { act, now }: Writing,
): Promise<Changed | AlreadyCancelled> {
  const written = await changeRecord(
    em,
    { type: Course, id, revision },
    {
      act,
      decide: ({ cancelledAt }) =>
        cancelledAt ? alreadyCancelled(cancelledAt) : { cancelledAt: now },
    },
  );
  if (!(written instanceof Written)) return written;
  const ended = await em.execute<{ id: string }[]>(
    `update session set cancelled_at = ? where course_id = ? and cancelled_at is null and starts_at > ? returning id`,
    [now, id, now],
  );
  await giveBackRooms(em, roomSlots, { usedFor: ended.map((session) => session.id), now });
  return written;
}

function sessionOf(
  course: Course,
  { startsAt, endsAt, roomId, topic }: PublishCourseInput['sessions'][number],
): Session {
  return Object.assign(new Session(), {
    id: randomUUID(),
    courseId: course.id,
    startsAt,
    endsAt,
    roomId: roomId ?? null,
    topic: topic ?? null,
    allDay: false,
  });
}

function useOf({ id, roomId, startsAt, endsAt }: Session, purpose: string): RoomUse[] {
  return roomId && endsAt ? [{ usedFor: id, roomId, startsAt, endsAt, purpose }] : [];
}
