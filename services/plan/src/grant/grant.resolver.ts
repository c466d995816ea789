import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { CommunityActivity } from '../activity/activity.entity.js';
import { activitiesOfGrant } from '../activity/activity.loader.js';
import { Group } from '../group/group.stub.js';
import { Measure } from '../measure/measure.entity.js';
import { measureByCode } from '../measure/measure.loader.js';
import { Grant, GrantReport } from './grant.entity.js';
import { grantById, grantsOfGroup, grantsOfMeasure, reportsOfGrant } from './grant.loader.js';

/** Answers what is asked of grants. */
@Resolver(() => Grant)
export class GrantResolver {
  @Public()
  @FieldResolver(() => Group, { nullable: true, description: 'To whom it was given (交付先団体).' })
  group(@Root() { groupId }: Grant): Group | null {
    return groupId ? { id: groupId } : null;
  }

  @Public()
  @FieldResolver(() => Measure, {
    nullable: true,
    description: 'The measure that it serves (関連施策).',
  })
  measure(
    @Root() { measureCode }: Grant,
    @Ctx() { loaders }: Context,
  ): Promise<Measure | null> | null {
    return measureCode ? loaders.of(measureByCode).load(measureCode) : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [GrantReport], {
    nullable: true,
    description: 'What was reported of it, latest first; empty where nothing was (報告書).',
  })
  reports(@Root() { id }: Grant, @Ctx() { loaders }: Context): Promise<GrantReport[]> {
    return loaders.of(reportsOfGrant).load(id);
  }

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [CommunityActivity], {
    nullable: true,
    description: 'What was done with it, latest first, 20 at most (補助を受けた活動).',
  })
  activities(@Root() { id }: Grant, @Ctx() { loaders }: Context): Promise<CommunityActivity[]> {
    return loaders.of(activitiesOfGrant).load(id);
  }

  @Public()
  @Query(() => Grant, { nullable: true, description: 'A grant by id (補助金).' })
  grant(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Grant | null> {
    return loaders.of(grantById).load(id);
  }
}

/** Gives a group what it was given. */
@Resolver(() => Group)
export class GroupGrantResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Grant], {
    nullable: true,
    description: 'Money that the city gave it, latest first, 20 at most (補助金).',
  })
  grants(@Root() { id }: Group, @Ctx() { loaders }: Context): Promise<Grant[]> {
    return loaders.of(grantsOfGroup).load(id);
  }
}

/** Gives a measure what was given for it. */
@Resolver(() => Measure)
export class MeasureGrantResolver {
  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Grant], {
    nullable: true,
    description: 'Money that the city gave groups for it, latest first, 20 at most (補助金).',
  })
  grants(@Root() { code }: Measure, @Ctx() { loaders }: Context): Promise<Grant[]> {
    return loaders.of(grantsOfMeasure).load(code);
  }
}

/** What a reference to a grant means. */
export const grantReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Grant | null> => loaders.of(grantById).load(id);
