import type { Context } from '@manabi/kit/context';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { roomRefused } from '../slot/slot.errors.js';
import {
  CancelCourseAnswer,
  ChangeCourseAnswer,
  type CourseWritten,
  PublishCourseAnswer,
} from '../value/course-answer.js';
import { Course } from './course.entity.js';
import { courseById } from './course.loader.js';
import {
  CancelCourseInput,
  ChangeCourseInput,
  ConfirmCourseInput,
  PublishCourseInput,
} from './course-write.input.js';
import {
  cancelCourse,
  changeCourse,
  confirmCourse,
  publishCourse,
} from './course-write.repository.js';

const mayWrite = '@requiresScopes(scopes: [["kominkan.write"]])';

/** Publishes, changes, confirms and cancels courses for the department. */
@Resolver(() => Course)
export class CourseWriteResolver extends revisionField(Course) {
  @Directive(mayWrite)
  @Mutation(() => PublishCourseAnswer, {
    nullable: true,
    description: 'Publishes a course with its meetings and books their rooms (講座の掲載).',
  })
  async publishCourse(
    @Arg('input', () => PublishCourseInput, { description: 'What to publish (掲載内容).' })
    input: PublishCourseInput,
    @Ctx() context: Context,
  ): Promise<PublishCourseAnswer> {
    const answer = await writeOnce(context, { verb: 'publishCourse', input }, (em) =>
      publishCourse(em, input, writingOf('publishCourse', input, context)),
    );
    if (answer instanceof Written) return courseWritten(answer, context);
    return 'kind' in answer ? roomRefused(answer) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => ChangeCourseAnswer, {
    nullable: true,
    description: 'Changes what is said of a course (講座の変更).',
  })
  async changeCourse(
    @Arg('input', () => ChangeCourseInput, { description: 'What to change (変更内容).' })
    input: ChangeCourseInput,
    @Ctx() context: Context,
  ): Promise<ChangeCourseAnswer> {
    const answer = await writeOnce(context, { verb: 'changeCourse', input }, (em) =>
      changeCourse(em, input, writingOf('changeCourse', input, context)),
    );
    return answer instanceof Written ? courseWritten(answer, context) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => ChangeCourseAnswer, {
    nullable: true,
    description: 'Says that a course still holds as it is written (掲載内容の確認).',
  })
  async confirmCourse(
    @Arg('input', () => ConfirmCourseInput, { description: 'Which (確認する講座).' })
    input: ConfirmCourseInput,
    @Ctx() context: Context,
  ): Promise<ChangeCourseAnswer> {
    const answer = await writeOnce(context, { verb: 'confirmCourse', input }, (em) =>
      confirmCourse(em, input, writingOf('confirmCourse', input, context)),
    );
    return answer instanceof Written ? courseWritten(answer, context) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => CancelCourseAnswer, {
    nullable: true,
    description:
      'Cancels a course: its meetings to come are cancelled and their rooms given back (講座の中止).',
  })
  async cancelCourse(
    @Arg('input', () => CancelCourseInput, { description: 'Which (中止する講座).' })
    input: CancelCourseInput,
    @Ctx() context: Context,
  ): Promise<CancelCourseAnswer> {
    const answer = await writeOnce(context, { verb: 'cancelCourse', input }, (em) =>
      cancelCourse(em, input, writingOf('cancelCourse', input, context)),
    );
    return answer instanceof Written ? courseWritten(answer, context) : answer;
  }
}

async function courseWritten({ id }: Written, { loaders }: Context): Promise<CourseWritten> {
  return { __typename: 'CourseWritten', course: await loaders.of(courseById).load(id) };
}
