import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { refusedInput } from '@manabi/kit/refused-input';
import { lotteryFields } from '@manabi/kit/slot/lottery.fields';
import { LotteryWindow } from '@manabi/kit/slot/lottery.window';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';

import { StudyRoom } from '../study-room/study-room.entity.js';
import { isMonth, lotteryWindow, monthInLottery } from './lottery.rules.js';

/** Gives a study room its lotteries. */
@Resolver(() => StudyRoom)
export class StudyRoomLotteryResolver extends lotteryFields(StudyRoom) {
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
    throw refusedInput(
      `"month" was "${wanted.slice(0, 20)}"; a month is written YYYY-MM, e.g. 2027-01. Correct it and ask again.`,
      { argument: 'month', reason: 'MALFORMED' },
    );
  }
}
