import 'reflect-metadata';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';

import { Public } from '../column.js';
import type { Context } from '../context.js';
import { japanDay } from '../japan-time.js';
import { Period } from '../value/period.js';

/** What may be done about the rooms of a month. */
export enum LotteryPhase {
  BEFORE = 'BEFORE',
  APPLY = 'APPLY',
  DRAW = 'DRAW',
  CONFIRM = 'CONFIRM',
  FIRST_COME = 'FIRST_COME',
}

registerEnumType(LotteryPhase, {
  name: 'LotteryPhase',
  description: 'What may be done about the rooms of a month at a moment (抽選の段階).',
  valuesConfig: {
    BEFORE: { description: 'Nothing yet (申込前).' },
    APPLY: { description: 'Apply for the lottery (抽選申込期間).' },
    DRAW: { description: 'Lots are drawn (抽選日).' },
    CONFIRM: { description: 'Winners confirm (当選確定期間).' },
    FIRST_COME: { description: 'Whoever comes first, until two days before (先着順受付).' },
  },
});

/** When the rooms of one month are given. */
@ObjectType({ description: 'When the rooms of one month of use are given (抽選日程).' })
@Directive('@shareable')
export class LotteryWindow {
  @Public()
  @Field(() => String, { description: 'Month of use, YYYY-MM (利用月).', simple: true })
  month!: string;

  @Public()
  @Field(() => Period, {
    description: 'When groups apply for the lottery (抽選申込期間).',
    simple: true,
  })
  apply!: Period;

  @Public()
  @Field(() => GraphQLLocalDate, {
    description: 'Day on which lots are drawn (抽選日).',
    simple: true,
  })
  drawOn!: string;

  @Public()
  @Field(() => Period, { description: 'When winners confirm (当選確定期間).', simple: true })
  confirm!: Period;

  @Public()
  @Field(() => GraphQLDateTime, {
    description:
      'From when whoever comes first has what is left, until 16:00 two days before the use (先着順受付開始).',
    simple: true,
  })
  firstComeFrom!: Date;
}

/** What may be done about the rooms of a window's month at a moment. */
export function lotteryPhase({ apply, drawOn, confirm }: LotteryWindow, at: Date): LotteryPhase {
  if (apply.opensAt && at < apply.opensAt) return LotteryPhase.BEFORE;
  if (apply.closesAt && at <= apply.closesAt) return LotteryPhase.APPLY;
  if (japanDay(at) <= drawOn) return LotteryPhase.DRAW;
  if (confirm.closesAt && at <= confirm.closesAt) return LotteryPhase.CONFIRM;
  return LotteryPhase.FIRST_COME;
}

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
