import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { RecordChange } from '@manabi/kit/subscription/change';
import { ChangeArguments } from '@manabi/kit/subscription/change.fields';
import { changeFields } from '@manabi/kit/subscription/change.resolver';
import { changesOf } from '@manabi/kit/subscription/changes-of';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';

import { CourseChange } from './course-change.entity.js';
import { Course } from './course.entity.js';
import { courseById } from './course.loader.js';

/** Tells the changes of courses. */
@Resolver(() => CourseChange)
export class CourseChangeResolver extends changeFields(CourseChange, courseById) {
  @Public()
  @Directive('@cost(weight: 10)')
  @Subscription(() => CourseChange, {
    description:
      'Tells each course that is new, changes or is withdrawn; changes in quick succession may be told as one (公民館講座の変更通知).',
    subscribe: changesOf('Course'),
  })
  courseChanged(
    @Root() change: RecordChange,
    // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
    // oxlint-disable-next-line no-unused-vars
    @Args(() => ChangeArguments) _: ChangeArguments,
  ): CourseChange {
    return change;
  }

  @Public()
  @FieldResolver(() => Course, {
    nullable: true,
    description: 'As it is now; null when it is there no more (公民館講座).',
  })
  course(@Root() { id }: CourseChange, @Ctx() { loaders }: Context): Promise<Course | null> {
    return loaders.of(courseById).load(id);
  }
}
