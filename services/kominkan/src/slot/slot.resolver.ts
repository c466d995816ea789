import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { type HoldDesk, answerHold } from '@manabi/kit/slot/hold.answer';
import { release } from '@manabi/kit/slot/hold.write';
import { FreeArguments, SlotArguments, type SlotFields } from '@manabi/kit/slot/slot.fields';
import { loadSlots } from '@manabi/kit/slot/slot.loader';
import { freeSlotsOf, slotsOf } from '@manabi/kit/slot/slot.read';
import { Period } from '@manabi/kit/value/period';
import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import { firstCome } from '../lottery/lottery.rules.js';
import { StudyRoom } from '../study-room/study-room.entity.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { HoldSlotAnswer, ReleaseSlotAnswer } from '../value/hold-slot-answer.js';
import { Slot } from './slot.entity.js';
import * as refusals from './slot.errors.js';
import { HoldSlotInput, ReleaseSlotInput } from './slot.input.js';
import { slotById, slotsOfRoom } from './slot.loader.js';
import { roomSlots } from './slot.repository.js';

const SlotConnection = connectionType<SlotFields>('Slot', Slot, '利用枠');

const desk: HoldDesk = { source: roomSlots, period: firstCome, words: refusals };

/** Answers what is asked of slots, holds them and gives them back. */
@Resolver(() => Slot)
export class SlotResolver {
  @Public()
  @FieldResolver(() => StudyRoom, { nullable: true, description: 'The room (学習室).' })
  room(@Root() { roomId }: Slot, @Ctx() { loaders }: Context): Promise<StudyRoom | null> {
    return loaders.of(studyRoomById).load(roomId);
  }

  @Public()
  @FieldResolver(() => Period, {
    nullable: true,
    description: 'When whoever comes first may hold it, if it is free (先着順の受付期間).',
  })
  firstCome(@Root() { startsAt }: Slot): Period {
    return firstCome(startsAt);
  }

  @Directive('@authenticated')
  @Mutation(() => HoldSlotAnswer, {
    nullable: true,
    description: 'Holds a slot for whoever comes first (空き枠の仮押さえ).',
  })
  async holdSlot(
    @Arg('input', () => HoldSlotInput, { description: 'What to hold (仮押さえの内容).' })
    input: HoldSlotInput,
    @Ctx() { em, loaders, now }: Context,
  ): Promise<HoldSlotAnswer> {
    const bandsOf = async (id: string) => (await loaders.of(studyRoomById).load(id))?.bands ?? null;
    const answer = await answerHold(em, desk, { input, at: now, bandsOf });
    if ('__typename' in answer) return answer;
    if (answer.kind === 'taken') return refusals.slotTaken(answer.slot);
    return { __typename: 'SlotHeld', holdId: answer.holdId, slot: answer.slot };
  }

  @Directive('@authenticated')
  @Mutation(() => ReleaseSlotAnswer, {
    nullable: true,
    description: 'Gives a held slot back; once more changes nothing (仮押さえの取消).',
  })
  async releaseSlot(
    @Arg('input', () => ReleaseSlotInput, { description: 'What to give back (取消の内容).' })
    { holdId }: ReleaseSlotInput,
    @Ctx() { em, loaders }: Context,
  ): Promise<ReleaseSlotAnswer> {
    const slot = await release(em, roomSlots, holdId);
    if (slot === null) return refusals.holdUnknown();
    return { __typename: 'SlotReleased', slot: await loaders.of(slotById).load(slot) };
  }
}

/** Gives a study room its slots. */
@Resolver(() => StudyRoom)
export class StudyRoomSlotResolver {
  @Public()
  @Directive('@cost(weight: 2)')
  @Directive(paged)
  @FieldResolver(() => SlotConnection, {
    nullable: true,
    description: 'What is taken and what is free, earliest first (利用枠と空き状況).',
  })
  slots(
    @Root() { id }: StudyRoom,
    @Args(() => SlotArguments) asked: SlotArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<Connection<Edge<SlotFields>>> {
    return loadSlots(loaders.of(slotsOfRoom), slotsOf(id, asked, now));
  }

  @Public()
  @Directive('@cost(weight: 2)')
  @Directive(paged)
  @FieldResolver(() => SlotConnection, {
    nullable: true,
    description:
      'Parts of the day that nobody has, within days and times asked for, earliest first (空き枠).',
  })
  freeIn(
    @Root() { id }: StudyRoom,
    @Args(() => FreeArguments) asked: FreeArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<SlotFields>>> {
    return loadSlots(loaders.of(slotsOfRoom), freeSlotsOf(id, asked));
  }
}

/** What a reference to a slot means: a stretch of a room's time as it stands now. */
export const slotReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<SlotFields | null> => loaders.of(slotById).load(id);
