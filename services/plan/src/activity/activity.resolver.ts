import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { guardedInTens } from '@manabi/kit/value/guarded-count';
import { Args, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Grant } from '../grant/grant.entity.js';
import { grantById } from '../grant/grant.loader.js';
import { Group } from '../group/group.stub.js';
import { Measure } from '../measure/measure.entity.js';
import { measureByCode } from '../measure/measure.loader.js';
import { SchoolDistrict } from '../school-district/school-district.stub.js';
import { CommunityActivity } from './activity.entity.js';
import { ActivitiesArguments } from './activity.input.js';
import { activityById } from './activity.loader.js';
import { activitiesThatFit, activityCursor } from './activity.repository.js';

const CommunityActivityConnection = connectionType(
  'CommunityActivity',
  CommunityActivity,
  '地域の学習活動',
);

/** Answers what is asked of what learners of an area did. */
@Resolver(() => CommunityActivity)
export class ActivityResolver {
  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many took part, in full tens; null below ten (参加者数).',
  })
  participants(@Root() { participants }: CommunityActivity): number | null {
    return guardedInTens(participants ?? null).value;
  }

  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many helped, in full tens; null below ten (協力者数).',
  })
  helpers(@Root() { helpers }: CommunityActivity): number | null {
    return guardedInTens(helpers ?? null).value;
  }

  @Public()
  @FieldResolver(() => SchoolDistrict, { nullable: true, description: 'Where (小学校区).' })
  schoolDistrict(@Root() { districtCode }: CommunityActivity): SchoolDistrict | null {
    return districtCode ? { code: districtCode } : null;
  }

  @Public()
  @FieldResolver(() => Group, { nullable: true, description: 'Who did it (団体).' })
  group(@Root() { groupId }: CommunityActivity): Group | null {
    return groupId ? { id: groupId } : null;
  }

  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'In which house (会場).' })
  venue(@Root() { venueCode }: CommunityActivity): Facility | null {
    return venueCode ? { code: venueCode } : null;
  }

  @Public()
  @FieldResolver(() => Grant, { nullable: true, description: 'Paid with this grant (補助金).' })
  grant(
    @Root() { grantId }: CommunityActivity,
    @Ctx() { loaders }: Context,
  ): Promise<Grant | null> | null {
    return grantId ? loaders.of(grantById).load(grantId) : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Measure], {
    nullable: 'itemsAndList',
    description: 'Measures of the plan that it carries out (関連施策).',
  })
  measures(
    @Root() { measureCodes }: CommunityActivity,
    @Ctx() { loaders }: Context,
  ): Promise<(Measure | null)[]> {
    return Promise.all(measureCodes.map((code) => loaders.of(measureByCode).load(code)));
  }

  @Public()
  @Directive(paged)
  @Query(() => CommunityActivityConnection, {
    nullable: true,
    description: 'What learners of an area did, latest first (コミュニティ・キャリアの一覧).',
  })
  async communityActivities(
    @Args(() => ActivitiesArguments) { filter, ...page }: ActivitiesArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<CommunityActivity>>> {
    const wanted = pageOf('', page);
    const rows = await activitiesThatFit(em, filter ?? {}, wanted);
    return connection(rows, wanted, (node) => ({ cursor: activityCursor(node), node }));
  }
}

/** What a reference to an activity means. */
export const activityReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<CommunityActivity | null> => loaders.of(activityById).load(id);
