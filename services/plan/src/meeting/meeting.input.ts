import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { ArgsType, Field, ID, InputType } from 'type-graphql';

import { MeasurePeriod } from '../measure/measure.input.js';
import { PlanMeetingKind } from './meeting.entity.js';

/** Which meetings are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which meetings are wanted; what is left out does not restrict (会議の絞り込み).',
})
export class PlanMeetingFilter {
  @Field(() => PlanMeetingKind, { nullable: true, description: 'Of this kind (会議の種類).' })
  kind?: PlanMeetingKind | null;

  @Field(() => ID, { nullable: true, description: 'Deciding for this measure (施策番号).' })
  measure?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the users of this facility (施設コード).' })
  facility?: string | null;

  @Field(() => MeasurePeriod, { nullable: true, description: 'Held then (期間).' })
  period?: MeasurePeriod | null;
}

/** Which page of the meetings is wanted. */
@ArgsType()
export class PlanMeetingsArguments extends PageArguments {
  @Field(() => PlanMeetingFilter, { nullable: true, description: 'Which ones (絞り込み).' })
  filter?: PlanMeetingFilter | null;
}
