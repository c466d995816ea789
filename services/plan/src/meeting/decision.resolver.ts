import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { Measure } from '../measure/measure.entity.js';
import { measureByCode } from '../measure/measure.loader.js';
import { MeetingDecision, PlanMeeting } from './meeting.entity.js';
import { decisionById, decisionsOfMeasure, meetingById } from './meeting.loader.js';

/** Answers what is asked of decisions. */
@Resolver(() => MeetingDecision)
export class DecisionResolver {
  @Public()
  @FieldResolver(() => PlanMeeting, { nullable: true, description: 'Which decided it (会議).' })
  meeting(
    @Root() { meetingId }: MeetingDecision,
    @Ctx() { loaders }: Context,
  ): Promise<PlanMeeting | null> {
    return loaders.of(meetingById).load(meetingId);
  }

  @Public()
  @FieldResolver(() => Measure, { nullable: true, description: 'For which measure (施策).' })
  measure(
    @Root() { measureCode }: MeetingDecision,
    @Ctx() { loaders }: Context,
  ): Promise<Measure | null> {
    return loaders.of(measureByCode).load(measureCode);
  }

  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Who is to do it (担当部署).' })
  department(@Root() { departmentCode }: MeetingDecision): Department | null {
    return departmentCode ? { code: departmentCode } : null;
  }
}

/** Gives a measure what was decided for it. */
@Resolver(() => Measure)
export class MeasureDecisionResolver {
  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [MeetingDecision], {
    nullable: true,
    description: 'What meetings decided for it, latest first, 20 at most (会議の決定事項).',
  })
  decisions(@Root() { code }: Measure, @Ctx() { loaders }: Context): Promise<MeetingDecision[]> {
    return loaders.of(decisionsOfMeasure).load(code);
  }
}

/** What a reference to a decision means. */
export const decisionReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<MeetingDecision | null> => loaders.of(decisionById).load(id);
