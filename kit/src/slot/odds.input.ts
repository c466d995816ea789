import 'reflect-metadata';
import { GraphQLLocalTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { addRule } from '../rules.js';
import { DepartmentWriteInput } from '../write/write.input.js';

/** How a lottery went for one part of the day. */
@InputType({ description: 'How a lottery went for one part of the day (区分ごとの実績).' })
export class OddsCountInput {
  @Field(() => GraphQLLocalTime, { description: 'When the part begins, HH:MM (開始時刻).' })
  opens!: string;

  @Field(() => Int, { description: 'Applications (申込数).' }) applied!: number;

  @Field(() => Int, { description: 'Applications that won (当選数).' }) won!: number;
}

addRule(OddsCountInput.prototype, 'applied', z.int().min(0).max(100_000));
addRule(OddsCountInput.prototype, 'won', z.int().min(0).max(100_000));

/** What must be said to publish how the lottery of a room went. */
@InputType({
  description:
    'What must be said to publish how the lottery of a room or court went: counts, no persons (抽選の実績).',
})
export class PublishLotteryOddsInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The room or court (部屋・コート).' }) roomId!: string;

  @Field(() => String, { description: 'Month of use, YYYY-MM (利用月).' }) month!: string;

  @Field(() => [OddsCountInput], { description: 'By part of the day, 1 to 10 (区分ごと).' })
  counts!: OddsCountInput[];
}

addRule(PublishLotteryOddsInput.prototype, 'roomId', z.string().min(1).max(200));
addRule(
  PublishLotteryOddsInput.prototype,
  'month',
  z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month, YYYY-MM'),
);
addRule(PublishLotteryOddsInput.prototype, 'counts', z.array(z.object({}).loose()).min(1).max(10));
