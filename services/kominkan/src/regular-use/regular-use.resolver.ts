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
import { Slot } from '../slot/slot.entity.js';
import { slotById } from '../slot/slot.loader.js';
import { StudyRoom } from '../study-room/study-room.entity.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { RoomAlternative } from '../value/room-alternative.js';
import { RegularUse } from './regular-use.entity.js';
import {
  otherStudyRooms,
  regularUsesByGroup,
  regularUsesOfStudyRoom,
} from './regular-use.loader.js';

/** Answers what is asked of regular uses. */
@Resolver(() => RegularUse)
export class RegularUseResolver {
  @Public()
  @FieldResolver(() => Group, { nullable: true, description: 'Who meets (団体).' })
  group(@Root() { groupId }: RegularUse): Group {
    return { id: groupId };
  }

  @Public()
  @FieldResolver(() => StudyRoom, { nullable: true, description: 'The room (学習室).' })
  room(@Root() { roomId }: RegularUse, @Ctx() { loaders }: Context): Promise<StudyRoom | null> {
    return loaders.of(studyRoomById).load(roomId);
  }

  @Public()
  @FieldResolver(() => Slot, {
    nullable: true,
    description:
      'The next usual meeting and what stands there: FREE when nobody has booked it yet, CLOSED when it cannot take place (次の活動).',
  })
  async next(
    @Root() use: RegularUse,
    @Ctx() { loaders, now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date | null,
  ): Promise<SlotFields | null> {
    const meeting = nextMeeting(use, at ?? now);
    return meeting && loaders.of(slotById).load(slotId({ ...meeting, roomId: use.roomId }));
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [RoomAlternative], {
    nullable: true,
    description:
      'Others that are free at the usual times, those for most meetings first, then the nearest (代わりの部屋).',
  })
  async alternatives(
    @Root() { id }: RegularUse,
    @Args(() => AlternativeArguments) asked: AlternativeArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<readonly Alternative[]> {
    const found = await loaders.of(otherStudyRooms).load(alternativesAsked(id, asked, now));
    return found?.alternatives ?? [];
  }
}

/** Gives an alternative its room. */
@Resolver(() => RoomAlternative)
export class RoomAlternativeResolver {
  @Public()
  @FieldResolver(() => StudyRoom, { nullable: true, description: 'The room (学習室).' })
  room(
    @Root() { roomId }: RoomAlternative,
    @Ctx() { loaders }: Context,
  ): Promise<StudyRoom | null> {
    return loaders.of(studyRoomById).load(roomId);
  }
}

/** Gives a group the rooms that it uses. */
@Resolver(() => Group)
export class GroupRegularUseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [RegularUse], {
    nullable: true,
    description: 'Rooms that it uses regularly (定例で使う部屋).',
  })
  usualRooms(@Root() { id }: Group, @Ctx() { loaders }: Context): Promise<RegularUse[]> {
    return loaders.of(regularUsesByGroup).load(id);
  }
}

/** Gives a room its regular users. */
@Resolver(() => StudyRoom)
export class StudyRoomRegularUseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [RegularUse], {
    nullable: true,
    description:
      'Groups that use it regularly: who would look for another if it closed (定例で使う団体).',
  })
  regularUsers(@Root() { id }: StudyRoom, @Ctx() { loaders }: Context): Promise<RegularUse[]> {
    return loaders.of(regularUsesOfStudyRoom).load(id);
  }
}

/** What a reference to a group means: whichever the register knows. */
export const groupReference = ({ id }: { id: string }): Group => ({ id });
