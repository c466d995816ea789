import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { opportunityFields } from '@manabi/kit/opportunity/opportunity.fields';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { Course } from './course.entity.js';
import { courseById } from './course.loader.js';

/** Answers what is asked of courses. */
@Resolver(() => Course)
export class CourseResolver extends opportunityFields(Course, {
  facility: Facility,
  subject: Subject,
}) {
  @Public()
  @Query(() => Course, { nullable: true, description: 'A course by its id (公民館講座).' })
  course(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Course | null> {
    return loaders.of(courseById).load(id);
  }
}

/** What a reference to a course means. */
export const courseReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Course | null> => loaders.of(courseById).load(id);
