import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Problem } from '@manabi/kit/problem';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { StudyRoom } from '../study-room/study-room.entity.js';
import { LotteryPhase, LotteryWindow } from '../value/lottery-window.js';
import { isMonth, lotteryPhase, lotteryWindow, monthInLottery } from './lottery.rules.js';

/** Tells what may be done about the rooms of a month. */
@Resolver(() => LotteryWindow)
export class LotteryWindowResolver {
  @Public()
  @FieldResolver(() => LotteryPhase, {
    nullable: true,
    description: 'What may be done at a moment (抽選の段階). Computed, never stored.',
  })
  phase(
    @Root() window: LotteryWindow,
    @Ctx() { now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date | null,
  ): LotteryPhase {
    return lotteryPhase(window, at ?? now);
  }
}

/** Gives a study room its lotteries. */
@Resolver(() => StudyRoom)
export class StudyRoomLotteryResolver {
  @Public()
  @FieldResolver(() => LotteryWindow, {
    nullable: true,
    description: 'When the room is given for a month (抽選日程).',
  })
  lottery(
    @Ctx() { now }: Context,
    @Arg('month', () => String, {
      nullable: true,
      description:
        'Month of use, YYYY-MM; when absent the one whose lottery falls into this month (利用月).',
    })
    month?: string | null,
  ): LotteryWindow {
    const wanted = month ?? monthInLottery(now);
    if (isMonth(wanted)) return lotteryWindow(wanted);
    throw new Problem(
      'BAD_USER_INPUT',
      `"month" was "${wanted.slice(0, 20)}"; a month is written YYYY-MM, e.g. 2027-01. Correct it and ask again.`,
    );
  }
}
