import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

import { Public } from '../column.js';
import { PageArguments } from '../connection/page-arguments.js';
import { addRule } from '../rules.js';
import { TimeSpan } from '../value/time-span.js';
import { DaySpan } from './room.filter.js';
import { SlotState } from './slot-state.js';

/** A stretch of a room's time, free or not. */
@ObjectType()
export abstract class SlotFields {
  @Public()
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;

  readonly roomId!: string;

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Start (開始日時).',
    simple: true,
  })
  startsAt!: Date;

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'End (終了日時).', simple: true })
  endsAt!: Date;

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => SlotState, {
    nullable: true,
    description: 'Whether it can be had (空き状況).',
    simple: true,
  })
  state!: SlotState;

  readonly purpose?: string | null;
}

/** Which slots of a room are wanted. */
@ArgsType()
export class SlotArguments extends PageArguments {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Free slots that start then or later, and what is taken and ends later; now when absent (期間の始め).',
  })
  from?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Slots that start earlier than this, at most 92 days on; 14 days when absent (期間の終わり).',
  })
  to?: Date | null;

  @Field(() => SlotState, {
    nullable: true,
    description: 'Only slots of this state, e.g. FREE (空き状況での絞り込み).',
  })
  state?: SlotState | null;
}

/** Which free slots of a room are wanted. */
@ArgsType()
export class FreeArguments extends PageArguments {
  @Field(() => TimeSpan, { description: 'Within which days, at most 92 (期間).' })
  in!: TimeSpan;

  @Field(() => DaySpan, {
    nullable: true,
    description: 'Only parts of the day that lie within these times (時間帯).',
  })
  band?: DaySpan | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Only on these days of the week, 1 Monday to 7 Sunday (曜日).',
  })
  weekdays?: number[] | null;
}

addRule(FreeArguments.prototype, 'weekdays', z.array(z.int().min(1).max(7)).max(7).nullish());
