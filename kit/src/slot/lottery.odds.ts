import 'reflect-metadata';
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  Float,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';

import { Public } from '../column.js';
import { Provenance } from '../value/provenance.js';
import { refusedInput } from '../refused-input.js';
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

/** Tells what letting more times would have done for those who applied. */
@Resolver(() => LotteryOdds)
export class LotteryOddsResolver {
  @Public()
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Share that would have won had so many more times been let and as many applied, 0 to 1 (枠を増やした場合の当選率).',
  })
  shareWith(
    @Root() { applied, won }: LotteryOdds,
    @Arg('more', () => Int, { description: 'How many more times, 0 to 1000 (増やす枠数).' })
    more: number,
  ): number | null {
    if (more < 0 || more > 1_000) {
      throw refusedInput(`"more" was ${more}; 0 to 1000 times can be added.`, {
        argument: 'more',
        reason: 'VALUE_OUT_OF_RANGE',
        least: 0,
        most: 1_000,
      });
    }
    return applied > 0 ? Math.min(1, (won + more) / applied) : null;
  }
}
