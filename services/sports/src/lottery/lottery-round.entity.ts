import { LotteryRoundColumns } from '@manabi/kit/slot/lottery.columns';
import { Entity } from '@mikro-orm/decorators/legacy';

/** A lottery announced for a court and a month of use; shown as a lottery window. */
@Entity()
export class LotteryRound extends LotteryRoundColumns {}
