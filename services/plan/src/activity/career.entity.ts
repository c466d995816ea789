import { Public } from '@manabi/kit/column';
import { Count } from '@manabi/kit/value/count';
import { GuardedCount } from '@manabi/kit/value/guarded-count';
import { Field, Int, ObjectType } from 'type-graphql';

import { CommunityActivity } from './activity.entity.js';

/** What an area's or a group's learners did in one fiscal year. */
@ObjectType({
  description:
    "What an area's or a group's learners did in one fiscal year; samples only where there is nothing else (年度ごとの活動の履歴).",
})
export class CareerYear {
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Fiscal year, from April (年度).',
    simple: true,
  })
  fiscalYear!: number;

  @Public()
  @Field(() => Count, { nullable: true, description: 'What was done (活動の件数).', simple: true })
  activities!: Count;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Of these, what showed results to others (成果発表の件数).',
    simple: true,
  })
  presentations!: Count;

  @Public()
  @Field(() => Count, { nullable: true, description: 'Groups that did it (団体数).', simple: true })
  groups!: Count;

  @Public()
  @Field(() => GuardedCount, {
    nullable: true,
    description: 'Those who took part, each time they did, in full tens (延べ参加者数).',
    simple: true,
  })
  participants!: GuardedCount;

  @Public()
  @Field(() => GuardedCount, {
    nullable: true,
    description: 'Those who helped, each time they did, in full tens (延べ協力者数).',
    simple: true,
  })
  helpers!: GuardedCount;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for composed examples, which are no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;

  @Public()
  @Field(() => CommunityActivity, {
    nullable: true,
    description: 'The latest of it (最新の活動).',
    simple: true,
  })
  latest!: CommunityActivity | null;
}
