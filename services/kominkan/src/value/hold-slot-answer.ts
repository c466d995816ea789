import { HeldFields } from '@manabi/kit/slot/hold.answer';
import {
  HoldUnknown,
  NoLongerOpen,
  NotYetOpen,
  OutsideHours,
  RoomUnknown,
} from '@manabi/kit/slot/refusal';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Slot } from '../slot/slot.entity.js';

/** The slot is held. */
@ObjectType({ description: 'The slot is held (仮押さえ完了).' })
export class SlotHeld extends HeldFields {
  readonly __typename!: 'SlotHeld';

  @Field(() => Slot, { nullable: true, description: 'What is held (利用枠).', simple: true })
  slot!: SlotFields;
}

/** Somebody has the room then. */
@ObjectType({ description: 'Somebody has the room then (空きなし).' })
export class SlotTaken extends Refusal {
  readonly __typename!: 'SlotTaken';

  @Field(() => Slot, {
    nullable: true,
    description: 'The slot that is in the way (重なる利用枠).',
    simple: true,
  })
  slot!: SlotFields;
}

/** The slot was given back. */
@ObjectType({ description: 'The slot was given back (取消完了).' })
export class SlotReleased {
  readonly __typename!: 'SlotReleased';

  @Field(() => Slot, {
    nullable: true,
    description: 'The slot as it stands now (利用枠).',
    simple: true,
  })
  slot!: SlotFields | null;
}

/** What "holdSlot" answers. */
export const HoldSlotAnswer = answerUnion({
  name: 'HoldSlotAnswer',
  description: 'The slot is held, or why not and what to do (仮押さえの結果).',
  types: () => [SlotHeld, SlotTaken, OutsideHours, NotYetOpen, NoLongerOpen, RoomUnknown] as const,
});

export type HoldSlotAnswer = typeof HoldSlotAnswer;

/** What "releaseSlot" answers. */
export const ReleaseSlotAnswer = answerUnion({
  name: 'ReleaseSlotAnswer',
  description: 'The slot was given back, or why not and what to do (取消の結果).',
  types: () => [SlotReleased, HoldUnknown] as const,
});

export type ReleaseSlotAnswer = typeof ReleaseSlotAnswer;
