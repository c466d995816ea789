import { lotteryFields } from '@manabi/kit/slot/lottery.fields';
import { Resolver } from 'type-graphql';

import { Court } from '../court/court.entity.js';

/** Gives a court its lotteries. */
@Resolver(() => Court)
export class CourtLotteryResolver extends lotteryFields(Court) {}
