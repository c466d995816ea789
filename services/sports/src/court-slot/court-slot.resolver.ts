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

import { Court } from '../court/court.entity.js';
import { courtById } from '../court/court.loader.js';
import { HoldCourtSlotAnswer, ReleaseCourtSlotAnswer } from '../value/hold-court-slot-answer.js';
import { CourtSlot } from './court-slot.entity.js';
import * as refusals from './court-slot.errors.js';
import { HoldCourtSlotInput, ReleaseCourtSlotInput } from './court-slot.input.js';
import { courtSlotById, slotsOfCourt } from './court-slot.loader.js';
import { courtSlots } from './court-slot.repository.js';
import { firstCome } from './court-slot.rules.js';

const CourtSlotConnection = connectionType<SlotFields>('CourtSlot', CourtSlot, 'コートの利用枠');

const desk: HoldDesk = { source: courtSlots, period: firstCome, words: refusals };

/** Answers what is asked of slots, holds them and gives them back. */
@Resolver(() => CourtSlot)
export class CourtSlotResolver {
  @Public()
  @FieldResolver(() => Court, { nullable: true, description: 'The court (コート).' })
  court(@Root() { roomId }: CourtSlot, @Ctx() { loaders }: Context): Promise<Court | null> {
    return loaders.of(courtById).load(roomId);
  }

  @Public()
  @FieldResolver(() => Period, {
    nullable: true,
    description: 'When whoever comes first may hold it, if it is free (先着順の受付期間).',
  })
  firstCome(@Root() { startsAt }: CourtSlot): Period {
    return firstCome(startsAt);
  }

  @Directive('@authenticated')
  @Mutation(() => HoldCourtSlotAnswer, {
    nullable: true,
    description: 'Holds a court for whoever comes first (コートの仮押さえ).',
  })
  async holdCourtSlot(
    @Arg('input', () => HoldCourtSlotInput, { description: 'What to hold (仮押さえの内容).' })
    input: HoldCourtSlotInput,
    @Ctx() { em, loaders, now }: Context,
  ): Promise<HoldCourtSlotAnswer> {
    const bandsOf = async (id: string) => (await loaders.of(courtById).load(id))?.bands ?? null;
    const answer = await answerHold(em, desk, { input, at: now, bandsOf });
    if ('__typename' in answer) return answer;
    if (answer.kind === 'taken') return refusals.courtSlotTaken(answer.slot);
    return { __typename: 'CourtSlotHeld', holdId: answer.holdId, slot: answer.slot };
  }

  @Directive('@authenticated')
  @Mutation(() => ReleaseCourtSlotAnswer, {
    nullable: true,
    description: 'Gives a held court back; once more changes nothing (仮押さえの取消).',
  })
  async releaseCourtSlot(
    @Arg('input', () => ReleaseCourtSlotInput, { description: 'What to give back (取消の内容).' })
    { holdId }: ReleaseCourtSlotInput,
    @Ctx() { em, loaders }: Context,
  ): Promise<ReleaseCourtSlotAnswer> {
    const slot = await release(em, courtSlots, holdId);
    if (slot === null) return refusals.holdUnknown();
    return { __typename: 'CourtSlotReleased', slot: await loaders.of(courtSlotById).load(slot) };
  }
}

/** Gives a court its slots. */
@Resolver(() => Court)
export class CourtCourtSlotResolver {
  @Public()
  @Directive('@cost(weight: 2)')
  @Directive(paged)
  @FieldResolver(() => CourtSlotConnection, {
    nullable: true,
    description: 'What is taken and what is free, earliest first (利用枠と空き状況).',
  })
  slots(
    @Root() { id }: Court,
    @Args(() => SlotArguments) asked: SlotArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<Connection<Edge<SlotFields>>> {
    return loadSlots(loaders.of(slotsOfCourt), slotsOf(id, asked, now));
  }

  @Public()
  @Directive('@cost(weight: 2)')
  @Directive(paged)
  @FieldResolver(() => CourtSlotConnection, {
    nullable: true,
    description:
      'Parts of the day that nobody has, within days and times asked for, earliest first (コートの空き枠).',
  })
  freeIn(
    @Root() { id }: Court,
    @Args(() => FreeArguments) asked: FreeArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<SlotFields>>> {
    return loadSlots(loaders.of(slotsOfCourt), freeSlotsOf(id, asked));
  }
}

/** What a reference to a slot means: a stretch of a court's time as it stands now. */
export const courtSlotReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<SlotFields | null> => loaders.of(courtSlotById).load(id);
