import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Course } from '../opportunity/opportunity.stub.js';
import { Group } from './group.entity.js';
import { groupsFedByCourse } from './group.loader.js';

/** Gives a course the circles to which it leads. */
@Resolver(() => Course)
export class CourseGroupResolver {
  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Group], {
    nullable: true,
    description: 'Circles that take their new members from it (この講座から生まれた団体).',
  })
  leadsToGroups(@Root() { id }: Course, @Ctx() { loaders }: Context): Promise<Group[]> {
    return loaders.of(groupsFedByCourse).load(id);
  }
}
