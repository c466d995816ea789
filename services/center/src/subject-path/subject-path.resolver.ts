import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Group } from '../group/group.entity.js';
import { opportunityNode } from '../opportunity/opportunity.resolver.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { Subject } from '../subject/subject.entity.js';
import { groupsOfSubject, offeringsOfSubject } from './subject-path.loader.js';

/** Leads from a subject to what is offered about it and to the circles that do it. */
@Resolver(() => Subject)
export class SubjectPathResolver {
  @Public()
  @Directive('@cost(weight: 20)')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [LearningOpportunity], {
    nullable: 'itemsAndList',
    description:
      'What is offered about it within a year, by any department, the earliest first; ten at most, "opportunities" finds all (この分野の学習機会).',
  })
  async opportunities(
    @Root() { scheme, code }: Subject,
    @Ctx() context: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'From this moment on; now when absent (時点).',
    })
    at?: Date | null,
  ): Promise<LearningOpportunity[]> {
    const moment = (at ?? context.now).toISOString();
    const found = await context.loaders.of(offeringsOfSubject).load({ scheme, code, at: moment });
    return Promise.all(
      found.map(({ id, kind }) => opportunityNode({ __typename: kind, id }, context)),
    );
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Group], {
    nullable: true,
    description:
      'Circles that are about it, ten at most; "groups" finds all (この分野のサークル・団体).',
  })
  async groups(@Root() { scheme, code }: Subject, @Ctx() { loaders }: Context): Promise<Group[]> {
    const found = await loaders.of(groupsOfSubject).load({ scheme, code });
    return found.map(({ group }) => group);
  }
}
