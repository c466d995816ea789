import { LotteryOddsColumns } from '@manabi/kit/slot/lottery.columns';
import { Entity } from '@mikro-orm/decorators/legacy';

/** How many applied for and won a study room in a month of use and part of the day. */
@Entity({ tableName: 'lottery_odds' })
export class LotteryOddsCount extends LotteryOddsColumns {}
