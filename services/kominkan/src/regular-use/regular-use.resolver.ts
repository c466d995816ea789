import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { regularUseFields, regularUserFields } from '@manabi/kit/slot/regular-use.resolver';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Group } from '../group/group.stub.js';
import { Slot } from '../slot/slot.entity.js';
import { slotById } from '../slot/slot.loader.js';
import { StudyRoom } from '../study-room/study-room.entity.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { RoomAlternative } from '../value/room-alternative.js';
import { RegularUse } from './regular-use.entity.js';
import { otherStudyRooms, studyRoomUses } from './regular-use.loader.js';

/** Answers what is asked of regular uses. */
export const RegularUseFields = regularUseFields({
  use: RegularUse,
  group: Group,
  slot: Slot,
  alternative: RoomAlternative,
  slotById,
  others: otherStudyRooms,
  othersTitle: '代わりの部屋',
});

/** Gives a regular use its room. */
@Resolver(() => RegularUse)
export class RegularUseResolver {
  @Public()
  @FieldResolver(() => StudyRoom, { nullable: true, description: 'The room (学習室).' })
  room(@Root() { roomId }: RegularUse, @Ctx() { loaders }: Context): Promise<StudyRoom | null> {
    return loaders.of(studyRoomById).load(roomId);
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
    return loaders.of(studyRoomUses.ofGroup).load(id);
  }
}

/** Gives a room its regular users. */
export const StudyRoomRegularUsers = regularUserFields(StudyRoom, RegularUse, studyRoomUses);

/** What a reference to a group means: whichever the register knows. */
export const groupReference = ({ id }: { id: string }): Group => ({ id });
