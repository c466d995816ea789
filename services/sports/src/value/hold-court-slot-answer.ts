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

import { CourtSlot } from '../court-slot/court-slot.entity.js';

/** The court is held. */
@ObjectType({ description: 'The court is held (仮押さえ完了).' })
export class CourtSlotHeld extends HeldFields {
  readonly __typename!: 'CourtSlotHeld';

  @Field(() => CourtSlot, {
    nullable: true,
    description: 'What is held (コートの利用枠).',
    simple: true,
  })
  slot!: SlotFields;
}

/** Somebody has the court then. */
@ObjectType({ description: 'Somebody has the court then (空きなし).' })
export class CourtSlotTaken extends Refusal {
  readonly __typename!: 'CourtSlotTaken';

  @Field(() => CourtSlot, {
    nullable: true,
    description: 'The slot that is in the way (重なる利用枠).',
    simple: true,
  })
  slot!: SlotFields;
}

/** The court was given back. */
@ObjectType({ description: 'The court was given back (取消完了).' })
export class CourtSlotReleased {
  readonly __typename!: 'CourtSlotReleased';

  @Field(() => CourtSlot, {
    nullable: true,
    description: 'The slot as it stands now (コートの利用枠).',
    simple: true,
  })
  slot!: SlotFields | null;
}

/** What "holdCourtSlot" answers. */
export const HoldCourtSlotAnswer = answerUnion({
  name: 'HoldCourtSlotAnswer',
  description: 'The court is held, or why not and what to do (仮押さえの結果).',
  types: () =>
    [CourtSlotHeld, CourtSlotTaken, OutsideHours, NotYetOpen, NoLongerOpen, RoomUnknown] as const,
});

export type HoldCourtSlotAnswer = typeof HoldCourtSlotAnswer;

/** What "releaseCourtSlot" answers. */
export const ReleaseCourtSlotAnswer = answerUnion({
  name: 'ReleaseCourtSlotAnswer',
  description: 'The court was given back, or why not and what to do (取消の結果).',
  types: () => [CourtSlotReleased, HoldUnknown] as const,
});

export type ReleaseCourtSlotAnswer = typeof ReleaseCourtSlotAnswer;
