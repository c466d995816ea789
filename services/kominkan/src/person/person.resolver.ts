import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { ledCursor } from '@manabi/kit/opportunity/opportunity.leaders';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Course } from '../course/course.entity.js';
import { coursesTaughtBy } from '../course/course.loader.js';
import { Person } from './person.stub.js';

const CourseConnection = connectionType('Course', Course, '公民館講座');

/** Gives a person the courses they taught. */
@Resolver(() => Person)
export class PersonResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'Courses they teach or taught here, latest first (担当した講座).',
  })
  async taught(
    @Root() { id }: Person,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<Course>>> {
    const asked = pageOf(id, page);
    const found = await loaders.of(coursesTaughtBy).load(asked);
    return connection(found?.rows ?? [], asked, (node) => ({
      cursor: ledCursor(node),
      node,
    }));
  }
}

/** Gives a course the people who teach it. */
@Resolver(() => Course)
export class CourseInstructorResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Person], {
    nullable: 'itemsAndList',
    description: 'Who teaches it (講師).',
  })
  instructors(@Root() { instructorIds }: Course): Person[] {
    return instructorIds.map((id) => ({ id }));
  }
}

/** What a reference to a person means: whoever the register knows. */
export const personReference = ({ id }: { id: string }): Person => ({ id });
