import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Int,
  Resolver,
  Root,
} from 'type-graphql';

import { Public } from '../column.js';
import type { Context } from '../context.js';
import { addMonths, japanDay } from '../japan-time.js';
import type { Problem } from '../problem.js';
import { type RefusedInput, refusedInput } from '../refused-input.js';
import { LotteryOdds } from './lottery.odds.js';
import { lotteriesOfRoom, oddsOfRoom } from './lottery.read.js';
import { LotteryWindow } from './lottery.window.js';

/** Lotteries of a room that are told at most. */
const mostLotteries = 12;

/** Months of odds that are told at most. */
const mostMonths = 24;

const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** Which announced lotteries are wanted. */
@ArgsType()
class LotteryArguments {
  @Field(() => Int, {
    defaultValue: 3,
    description: `How many at most, 1 to ${mostLotteries} (件数).`,
  })
  first!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment; now when absent (時点).',
  })
  at?: Date | null;
}

/** Which odds are wanted. */
@ArgsType()
class OddsArguments {
  @Field(() => String, {
    nullable: true,
    description: 'First month of use, YYYY-MM; 12 months before the last when absent (利用月から).',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last month of use, YYYY-MM; this month when absent (利用月まで).',
  })
  to?: string | null;
}

/** Gives a service's rooms or courts the lotteries that were announced for them, and how past ones went. */
// A class that is made here, not a long body: its methods are as short as any.
// oxlint-disable-next-line max-lines-per-function
export function lotteryFields(type: ClassType<{ id: string }>): ClassType {
  @Resolver(() => type)
  class LotteryFields {
    @Public()
    @Directive('@listSize(assumedSize: 3)')
    @FieldResolver(() => [LotteryWindow], {
      nullable: true,
      description:
        'Announced lotteries that can be entered at a moment or later, next first (これからの抽選).',
    })
    async nextLotteries(
      @Root() { id }: { id: string },
      @Ctx() { loaders, now }: Context,
      @Args(() => LotteryArguments) { first, at }: LotteryArguments,
    ): Promise<readonly LotteryWindow[]> {
      if (first < 1 || first > mostLotteries) throw tooMany(first);
      const asked = { of: id, at: (at ?? now).toISOString(), size: first };
      return (await loaders.of(lotteriesOfRoom).load(asked))?.windows ?? [];
    }

    @Public()
    @Directive('@listSize(assumedSize: 48)')
    @FieldResolver(() => [LotteryOdds], {
      nullable: true,
      description:
        'How past lotteries went, by month of use and part of the day, latest month first; up to 24 months (抽選の実績).',
    })
    async odds(
      @Root() { id }: { id: string },
      @Args(() => OddsArguments) asked: OddsArguments,
      @Ctx() { loaders, now }: Context,
    ): Promise<readonly LotteryOdds[]> {
      const found = await loaders.of(oddsOfRoom).load({ of: id, ...monthsOf(asked, now) });
      return found?.odds ?? [];
    }
  }
  return LotteryFields;
}

function monthsOf(asked: OddsArguments, now: Date): { from: string; to: string } {
  const to = asked.to ?? japanDay(now).slice(0, 7);
  const from = asked.from ?? (isMonth(to) ? addMonths(to, -12) : to);
  if (isMonth(from) && isMonth(to) && from <= to && addMonths(from, mostMonths) > to)
    return { from, to };
  throw refusedInput(
    `"from" to "to" was ${from.slice(0, 20)} to ${to.slice(0, 20)}; months are written YYYY-MM, the first not after the last, at most ${mostMonths}. Correct them and ask again.`,
    ...(['from', 'to'] as const).flatMap((argument) => refusedMonth(argument, { from, to })),
  );
}

/** Why one of two months is refused: itself, or with the other. */
function refusedMonth(
  argument: 'from' | 'to',
  months: Record<'from' | 'to', string>,
): RefusedInput[] {
  const { from, to } = months;
  if (!isMonth(months[argument])) return [{ argument, reason: 'MALFORMED' }];
  if (!isMonth(from) || !isMonth(to)) return [];
  return [{ argument, reason: from > to ? 'END_NOT_AFTER_START' : 'NOT_WITH_THE_REST' }];
}

function tooMany(first: number): Problem {
  return refusedInput(
    `"first" was ${first}; 1 to ${mostLotteries} lotteries are told. Ask for fewer.`,
    { argument: 'first', reason: 'VALUE_OUT_OF_RANGE', least: 1, most: mostLotteries },
  );
}
