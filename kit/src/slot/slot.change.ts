import 'reflect-metadata';
import { ArgsType, type ClassType, Field, ID } from 'type-graphql';

import type { LoaderOf } from '../batch.js';
import type { ChangeFields } from '../subscription/change.fields.js';
import { ChangeArguments } from '../subscription/change.fields.js';
import { changeResolver } from '../subscription/change.resolver.js';
import { type Choice, oneOf } from '../subscription/changes-of.js';
import { TimeSpan } from '../value/time-span.js';
import type { SlotFields } from './slot.fields.js';
import { readSlotId } from './slot-id.js';

/** Which slots one wants to be told of. */
@ArgsType()
export class SlotChangeArguments extends ChangeArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only of these rooms or courts, at most 100 (対象の部屋・コート).',
  })
  roomIds?: string[] | null;

  @Field(() => TimeSpan, {
    nullable: true,
    description: 'Only of times that lie in this, wholly or in part (対象の期間).',
  })
  in?: TimeSpan | null;
}

/** A kind of slot whose changes are told. */
export interface ToldSlot {
  /** The class of the slot; its name is its kind in the feed, see `slotFeed`. */
  readonly slot: ClassType<SlotFields>;
  readonly byId: LoaderOf<string, SlotFields | null>;
  readonly words: { readonly en: string; readonly ja: string };
}

/** Tells each stretch of a room's time that is taken, changes hands or is given back, as it stands now. */
export function slotChangeResolver(
  change: ClassType<ChangeFields>,
  { slot, byId, words }: ToldSlot,
): Function {
  return changeResolver(change, {
    record: slot,
    byId,
    words: { ...words, happens: 'is taken or freed' },
    chosen: { by: SlotChangeArguments, choice: bySlot },
  });
}

/** The ids of slots say which room and when, so that nothing has to be looked up to choose. */
const bySlot: Choice = ({ roomIds, in: span }: SlotChangeArguments) => {
  const isRoom = oneOf('roomIds', roomIds);
  return ({ id }) => {
    const stretch = readSlotId(id);
    if (!stretch) return false;
    const isThen = !span || (stretch.startsAt < span.to && stretch.endsAt > span.from);
    return isThen && isRoom(stretch.roomId);
  };
};
