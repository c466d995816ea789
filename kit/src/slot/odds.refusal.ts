import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Refusal } from '../write/refusal.js';
import { Band } from './band.js';

/** The counts cannot be those of a lottery of this room. */
@ObjectType({
  description: 'The counts cannot be those of a lottery of this room (実績の矛盾).',
})
@Directive('@shareable')
export class OddsNotInOrder extends Refusal {
  readonly __typename!: 'OddsNotInOrder';

  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [Band], { description: 'When the room is let (利用区分).', simple: true })
  bands!: readonly Band[];
}
