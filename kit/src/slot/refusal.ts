import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Band } from './band.js';
import { Refusal } from '../write/refusal.js';

/** The stretch is not made of the parts of the day in which rooms are let. */
@ObjectType({ description: 'The room is not let at these times (利用区分外).' })
@Directive('@shareable')
export class OutsideHours extends Refusal {
  readonly __typename!: 'OutsideHours';

  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [Band], { description: 'When it is let (利用区分).', simple: true })
  bands!: readonly Band[];
}

/** Holding has not begun for that day. */
@ObjectType({ description: 'Holding has not begun for that day (受付開始前).' })
@Directive('@shareable')
export class NotYetOpen extends Refusal {
  readonly __typename!: 'NotYetOpen';

  @Field(() => GraphQLDateTime, {
    description: 'When holding begins (受付開始日時).',
    simple: true,
  })
  opensAt!: Date;
}

/** Holding is over for that day. */
@ObjectType({ description: 'Holding is over for that day (受付終了).' })
@Directive('@shareable')
export class NoLongerOpen extends Refusal {
  readonly __typename!: 'NoLongerOpen';

  @Field(() => GraphQLDateTime, { description: 'When it ended (受付終了日時).', simple: true })
  closedAt!: Date;
}

/** Nothing with that id can be held. */
@ObjectType({ description: 'No room has that id (該当する部屋なし).' })
@Directive('@shareable')
export class RoomUnknown extends Refusal {
  readonly __typename!: 'RoomUnknown';
}

/** Nothing with that id can be released. */
@ObjectType({ description: 'No hold has that id (該当する仮押さえなし).' })
@Directive('@shareable')
export class HoldUnknown extends Refusal {
  readonly __typename!: 'HoldUnknown';
}
