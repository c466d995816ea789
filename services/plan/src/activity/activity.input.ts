import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

import { CommunityActivityKind } from './activity.entity.js';

/** Which activities are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which activities are wanted; what is left out does not restrict (活動の絞り込み).',
})
export class ActivityFilter {
  @Field(() => ID, { nullable: true, description: 'In this school district (小学校区コード).' })
  schoolDistrict?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this group (団体の識別子).' })
  group?: string | null;

  @Field(() => Int, { nullable: true, description: 'In this fiscal year, from April (年度).' })
  fiscalYear?: number | null;

  @Field(() => CommunityActivityKind, { nullable: true, description: 'Of this kind (種類).' })
  kind?: CommunityActivityKind | null;

  @Field(() => ID, { nullable: true, description: 'For this measure (施策番号).' })
  measure?: string | null;
}

/** Which page of the activities is wanted. */
@ArgsType()
export class ActivitiesArguments extends PageArguments {
  @Field(() => ActivityFilter, { nullable: true, description: 'Which ones (絞り込み).' })
  filter?: ActivityFilter | null;
}

/** Which fiscal years of a career are wanted. */
@ArgsType()
export class CareerArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'First fiscal year; any when absent (開始年度).',
  })
  from?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Last fiscal year; any when absent (終了年度).',
  })
  to?: number | null;
}
