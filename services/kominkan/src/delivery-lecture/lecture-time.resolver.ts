import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { StudyRoom } from '../study-room/study-room.entity.js';
import { FreeRoomArguments } from './delivery-lecture.input.js';
import { roomsFreeAt } from './delivery-lecture.loader.js';
import { LectureTime } from './lecture-time.entity.js';

/** Gives a time of a lecture the rooms that are free then. */
@Resolver(() => LectureTime)
export class LectureTimeResolver {
  @Public()
  @Directive('@cost(weight: 3)')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [StudyRoom], {
    nullable: true,
    description:
      'Rooms of the community centres that nobody has then, those that just hold the people first (空いている部屋).',
  })
  async rooms(
    @Root() { startsAt, endsAt, minimumAudience }: LectureTime,
    @Args(() => FreeRoomArguments) asked: FreeRoomArguments,
    @Ctx() { em, loaders }: Context,
  ): Promise<StudyRoom[]> {
    const found = await loaders.of(roomsFreeAt).load({
      from: startsAt.toISOString(),
      to: endsAt.toISOString(),
      people: asked.people ?? minimumAudience,
      facilities: asked.facilityCodes ?? null,
      size: asked.first,
    });
    return (found?.rooms ?? []).map((row) => em.map(StudyRoom, row));
  }
}
