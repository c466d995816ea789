import type { Context } from '@manabi/kit/context';
import { PublishLotteryOddsInput } from '@manabi/kit/slot/odds.input';
import { type OddsDesk, publishOdds } from '@manabi/kit/slot/odds.write';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { roomUnknown } from '../court-slot/court-slot.errors.js';
import { courtById } from '../court/court.loader.js';
import { PublishCourtOddsAnswer } from '../value/odds-answer.js';
import { LotteryOddsCount } from './lottery-odds-count.entity.js';

const desk: OddsDesk = { type: LotteryOddsCount, rooms: 'court', department: 'sports' };

/** Publishes how the lottery of a court went. */
@Resolver()
export class CourtOddsWriteResolver {
  @Directive('@requiresScopes(scopes: [["sports.write"]])')
  @Mutation(() => PublishCourtOddsAnswer, {
    nullable: true,
    description: 'Publishes how the lottery of a court went, in numbers (抽選実績の掲載).',
  })
  async publishCourtOdds(
    @Arg('input', () => PublishLotteryOddsInput, { description: 'The counts (実績).' })
    input: PublishLotteryOddsInput,
    @Ctx() context: Context,
  ): Promise<PublishCourtOddsAnswer> {
    const writing = writingOf('publishCourtOdds', input, context);
    const answer = await writeOnce(
      context,
      { verb: 'publishCourtOdds', input },
      async (em) => (await publishOdds(em, desk, { input, writing })) ?? roomUnknown(),
    );
    if (!(answer instanceof Written)) return answer;
    const court = await context.loaders.of(courtById).load(answer.id);
    return { __typename: 'CourtOddsWritten', court };
  }
}
