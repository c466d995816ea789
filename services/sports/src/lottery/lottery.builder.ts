import { lotteryBuilders } from '@manabi/kit/slot/lottery.builder';

import { LotteryOddsCount } from './lottery-odds-count.entity.js';
import { LotteryRound } from './lottery-round.entity.js';

/** A lottery and odds for tests; name only what matters. */
export const { round: aLotteryRound, odds: someLotteryOdds } = lotteryBuilders(
  { round: LotteryRound, odds: LotteryOddsCount },
  { department: 'sports', roomId: 'court' },
);
