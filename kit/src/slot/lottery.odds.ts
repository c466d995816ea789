import 'reflect-metadata';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

import { Public } from '../column.js';
import { Provenance } from '../value/provenance.js';
import { Band } from './band.js';

/** How a lottery went for one part of the day. */
@ObjectType({
  description:
    'How the lottery of a room went for one month of use and one part of the day, in numbers (抽選の実績).',
})
@Directive('@shareable')
export class LotteryOdds {
  @Public()
  @Field(() => String, { description: 'Month of use, YYYY-MM (利用月).', simple: true })
  month!: string;

  @Public()
  @Field(() => Band, { description: 'Part of the day (利用区分).', simple: true })
  band!: Band;

  @Public()
  @Field(() => Int, { description: 'Applications (申込数).', simple: true })
  applied!: number;

  @Public()
  @Field(() => Int, { description: 'Applications that won (当選数).', simple: true })
  won!: number;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'Share that won, 0 to 1; null where nobody applied (当選率).',
    simple: true,
  })
  share!: number | null;

  @Public()
  @Field(() => Provenance, {
    nullable: true,
    description: 'Where it comes from (出典).',
    simple: true,
  })
  provenance!: Provenance;
}
