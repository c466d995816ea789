import type { Context } from '@manabi/kit/context';
import { PublishLotteryOddsInput } from '@manabi/kit/slot/odds.input';
import { type OddsDesk, publishOdds } from '@manabi/kit/slot/odds.write';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { roomUnknown } from '../slot/slot.errors.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { PublishRoomOddsAnswer } from '../value/odds-answer.js';
import { LotteryOddsCount } from './lottery-odds-count.entity.js';

const desk: OddsDesk = { type: LotteryOddsCount, rooms: 'study_room', department: 'kominkan' };

/** Publishes how the lottery of a study room went. */
@Resolver()
export class RoomOddsWriteResolver {
  @Directive('@requiresScopes(scopes: [["kominkan.write"]])')
  @Mutation(() => PublishRoomOddsAnswer, {
    nullable: true,
    description: 'Publishes how the lottery of a study room went, in numbers (抽選実績の掲載).',
  })
  async publishRoomOdds(
    @Arg('input', () => PublishLotteryOddsInput, { description: 'The counts (実績).' })
    input: PublishLotteryOddsInput,
    @Ctx() context: Context,
  ): Promise<PublishRoomOddsAnswer> {
    const writing = writingOf('publishRoomOdds', input, context);
    const answer = await writeOnce(
      context,
      { verb: 'publishRoomOdds', input },
      async (em) => (await publishOdds(em, desk, { input, writing })) ?? roomUnknown(),
    );
    if (!(answer instanceof Written)) return answer;
    const room = await context.loaders.of(studyRoomById).load(answer.id);
    return { __typename: 'RoomOddsWritten', room };
  }
}
