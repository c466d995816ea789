import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';

import { type Band, isMadeOfBands } from './band.js';
import type { HoldInput } from './hold.input.js';
import { type Held, type Taken, heldBefore, hold } from './hold.write.js';
import type { NoLongerOpen, NotYetOpen, OutsideHours, RoomUnknown } from './refusal.js';
import type { SlotSource } from './slot.read.js';

/** How a service lets its rooms, and how it says each refusal. */
export interface HoldDesk {
  readonly source: SlotSource;
  /** When a room that is used from a moment on may be held. */
  readonly period: (startsAt: Date) => { readonly opensAt: Date; readonly closesAt: Date };
  readonly words: {
    outsideHours(bands: readonly Band[]): OutsideHours;
    notYetOpen(opensAt: Date): NotYetOpen;
    noLongerOpen(closedAt: Date): NoLongerOpen;
    roomUnknown(): RoomUnknown;
  };
}

/** A request to hold a room: the moment it is made, and how the room's bands are found (null: no such room). */
export interface HoldRequest {
  readonly input: HoldInput;
  readonly at: Date;
  readonly bandsOf: (roomId: string) => Promise<readonly Band[] | null>;
}

/** Why a request is refused whether or not somebody has the room. */
export type HoldRefusal = OutsideHours | NotYetOpen | NoLongerOpen | RoomUnknown;

/**
 * Holds a room, or says why not. What was answered before to the same key is answered again, even when it would be
 * refused by now.
 */
export async function answerHold(
  em: EntityManager,
  { source, period, words }: HoldDesk,
  { input, at, bandsOf }: HoldRequest,
): Promise<Held | Taken | HoldRefusal> {
  const before = await heldBefore(em, source, input);
  if (before) return before;
  const bands = await bandsOf(input.roomId);
  if (!bands) return words.roomUnknown();
  if (!isMadeOfBands(bands, input)) return words.outsideHours(bands);
  const { opensAt, closesAt } = period(input.startsAt);
  if (at < opensAt) return words.notYetOpen(opensAt);
  if (at > closesAt) return words.noLongerOpen(closesAt);
  return (await hold(em, source, input)) ?? words.roomUnknown();
}

/** What is told of a hold beside its slot. */
@ObjectType()
export abstract class HeldFields {
  @Field(() => ID, {
    description:
      'Gives it back: told to the holder only, for who holds is not recorded (仮押さえ番号).',
    simple: true,
  })
  holdId!: string;
}
