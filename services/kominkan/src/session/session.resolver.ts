import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { SessionArguments, sessionsIn } from '@manabi/kit/slot/session.arguments';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Course } from '../course/course.entity.js';
import { courseById } from '../course/course.loader.js';
import { StudyRoom } from '../study-room/study-room.entity.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { Session } from './session.entity.js';
import { sessionById, sessionsInRoom, sessionsOfCourse } from './session.loader.js';
import { sessionCursor } from './session.repository.js';

const SessionConnection = connectionType('Session', Session, '講座の各回');

/** Gives a session its course. */
@Resolver(() => Session)
export class SessionResolver {
  @Public()
  @FieldResolver(() => Course, { nullable: true, description: 'The course that meets (講座).' })
  course(@Root() { courseId }: Session, @Ctx() { loaders }: Context): Promise<Course | null> {
    return loaders.of(courseById).load(courseId);
  }

  @Public()
  @FieldResolver(() => StudyRoom, {
    nullable: true,
    description: 'The room, where it is one of the community centres (学習室).',
  })
  room(@Root() { roomId }: Session, @Ctx() { loaders }: Context): Promise<StudyRoom | null> | null {
    return roomId ? loaders.of(studyRoomById).load(roomId) : null;
  }
}

/** Gives a course its sessions. */
@Resolver(() => Course)
export class CourseSessionResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Session], {
    nullable: true,
    description: 'Its meetings, earliest first (各回の日程).',
  })
  sessions(@Root() { id }: Course, @Ctx() { loaders }: Context): Promise<Session[]> {
    return loaders.of(sessionsOfCourse).load(id);
  }
}

/** Gives a study room what meets in it. */
@Resolver(() => StudyRoom)
export class StudyRoomSessionResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => SessionConnection, {
    nullable: true,
    description:
      'Meetings of courses in it, earliest first: whom a closure would hit (この部屋で行う講座の各回).',
  })
  async sessions(
    @Root() { id }: StudyRoom,
    @Args(() => SessionArguments) asked: SessionArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<Connection<Edge<Session>>> {
    const page = sessionsIn(id, asked, now);
    const found = await loaders.of(sessionsInRoom).load(page);
    return connection(found?.sessions ?? [], page, (node) => ({
      cursor: sessionCursor(node),
      node,
    }));
  }
}

/** What a reference to a session means. */
export const sessionReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Session | null> => loaders.of(sessionById).load(id);
