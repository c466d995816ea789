import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Course } from '../course/course.entity.js';
import { courseById } from '../course/course.loader.js';
import { StudyRoom } from '../study-room/study-room.entity.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { Session } from './session.entity.js';
import { sessionById, sessionsOfCourse } from './session.loader.js';

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

/** What a reference to a session means. */
export const sessionReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Session | null> => loaders.of(sessionById).load(id);
