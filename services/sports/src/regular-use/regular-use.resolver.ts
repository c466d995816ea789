import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { AlternativeArguments, alternativesAsked } from '@manabi/kit/slot/regular-use.fields';
import type { Alternative } from '@manabi/kit/slot/regular-use.read';
import { nextMeeting } from '@manabi/kit/slot/regular-use.rules';
import { slotId } from '@manabi/kit/slot/slot-id';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Group } from '../group/group.stub.js';
import { CourtSlot } from '../court-slot/court-slot.entity.js';
import { courtSlotById } from '../court-slot/court-slot.loader.js';
import { Court } from '../court/court.entity.js';
import { courtById } from '../court/court.loader.js';
import { CourtAlternative } from '../value/court-alternative.js';
import { RegularCourtUse } from './regular-use.entity.js';
import { otherCourts, regularUsesByGroup, regularUsesOfCourt } from './regular-use.loader.js';

/** Answers what is asked of regular uses. */
@Resolver(() => RegularCourtUse)
export class RegularCourtUseResolver {
  @Public()
  @FieldResolver(() => Group, { nullable: true, description: 'Who meets (団体).' })
  group(@Root() { groupId }: RegularCourtUse): Group {
    return { id: groupId };
  }

  @Public()
  @FieldResolver(() => Court, { nullable: true, description: 'The court (コート).' })
  court(@Root() { roomId }: RegularCourtUse, @Ctx() { loaders }: Context): Promise<Court | null> {
    return loaders.of(courtById).load(roomId);
  }

  @Public()
  @FieldResolver(() => CourtSlot, {
    nullable: true,
    description:
      'The next usual meeting and what stands there: FREE when nobody has booked it yet, CLOSED when it cannot take place (次の活動).',
  })
  async next(
    @Root() use: RegularCourtUse,
    @Ctx() { loaders, now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date | null,
  ): Promise<SlotFields | null> {
    const meeting = nextMeeting(use, at ?? now);
    return meeting && loaders.of(courtSlotById).load(slotId({ ...meeting, roomId: use.roomId }));
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [CourtAlternative], {
    nullable: true,
    description:
      'Others that are free at the usual times, those for most meetings first, then the nearest (代わりのコート).',
  })
  async alternatives(
    @Root() { id }: RegularCourtUse,
    @Args(() => AlternativeArguments) asked: AlternativeArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<readonly Alternative[]> {
    const found = await loaders.of(otherCourts).load(alternativesAsked(id, asked, now));
    return found?.alternatives ?? [];
  }
}

/** Gives an alternative its court. */
@Resolver(() => CourtAlternative)
export class CourtAlternativeResolver {
  @Public()
  @FieldResolver(() => Court, { nullable: true, description: 'The court (コート).' })
  court(@Root() { roomId }: CourtAlternative, @Ctx() { loaders }: Context): Promise<Court | null> {
    return loaders.of(courtById).load(roomId);
  }
}

/** Gives a group the courts that it uses. */
@Resolver(() => Group)
export class GroupRegularCourtUseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [RegularCourtUse], {
    nullable: true,
    description: 'Courts that it uses regularly (定例で使うコート).',
  })
  usualCourts(@Root() { id }: Group, @Ctx() { loaders }: Context): Promise<RegularCourtUse[]> {
    return loaders.of(regularUsesByGroup).load(id);
  }
}

/** Gives a court its regular users. */
@Resolver(() => Court)
export class CourtRegularUseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [RegularCourtUse], {
    nullable: true,
    description:
      'Groups that use it regularly: who would look for another if it closed (定例で使う団体).',
  })
  regularUsers(@Root() { id }: Court, @Ctx() { loaders }: Context): Promise<RegularCourtUse[]> {
    return loaders.of(regularUsesOfCourt).load(id);
  }
}

/** What a reference to a group means: whichever the register knows. */
export const groupReference = ({ id }: { id: string }): Group => ({ id });
