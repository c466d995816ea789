import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { MeetingDecision, PlanMeeting } from './meeting.entity.js';
import { PlanMeetingsArguments } from './meeting.input.js';
import { decisionsOfMeeting, meetingById } from './meeting.loader.js';
import { meetingCursor, meetingsThatFit } from './meeting.repository.js';

const PlanMeetingConnection = connectionType('PlanMeeting', PlanMeeting, '計画推進の会議');

/** Answers what is asked of the meetings that carry the plan. */
@Resolver(() => PlanMeeting)
export class MeetingResolver {
  @Public()
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'The facility whose users met, or where it was held (施設).',
  })
  facility(@Root() { facilityCode }: PlanMeeting): Facility | null {
    return facilityCode ? { code: facilityCode } : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [MeetingDecision], {
    nullable: true,
    description: 'What it decided, for one measure if that is given (決定事項).',
  })
  async decisions(
    @Root() { id }: PlanMeeting,
    @Arg('measure', () => ID, { nullable: true, description: 'Only for this one (施策番号).' })
    measure: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<MeetingDecision[]> {
    const all = await loaders.of(decisionsOfMeeting).load(id);
    return measure == null ? all : all.filter(({ measureCode }) => measureCode === measure);
  }

  @Public()
  @Query(() => PlanMeeting, { nullable: true, description: 'A meeting by id (計画推進の会議).' })
  planMeeting(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<PlanMeeting | null> {
    return loaders.of(meetingById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => PlanMeetingConnection, {
    nullable: true,
    description: 'Meetings that carry the plan, latest first (会議一覧).',
  })
  async planMeetings(
    @Args(() => PlanMeetingsArguments) { filter, ...page }: PlanMeetingsArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<PlanMeeting>>> {
    const wanted = pageOf('', page);
    const rows = await meetingsThatFit(em, filter ?? {}, wanted);
    return connection(rows, wanted, (node) => ({ cursor: meetingCursor(node), node }));
  }
}

/** What a reference to a meeting means. */
export const meetingReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<PlanMeeting | null> => loaders.of(meetingById).load(id);
