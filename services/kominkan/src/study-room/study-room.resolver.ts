import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { roomCursor } from '@manabi/kit/slot/room.search';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { StudyRoom } from './study-room.entity.js';
import { StudyRoomFilter } from './study-room.input.js';
import { studyRoomById, studyRoomsOfFacility } from './study-room.loader.js';
import { searchStudyRooms } from './study-room.repository.js';

const StudyRoomConnection = connectionType('StudyRoom', StudyRoom, '学習室');

/** Answers what is asked of study rooms. */
@Resolver(() => StudyRoom)
export class StudyRoomResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it is (施設).' })
  facility(@Root() { facilityCode }: StudyRoom): Facility {
    return { code: facilityCode };
  }

  @Public()
  @Query(() => StudyRoom, { nullable: true, description: 'A study room by its id (学習室).' })
  studyRoom(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<StudyRoom | null> {
    return loaders.of(studyRoomById).load(id);
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive(paged)
  @Query(() => StudyRoomConnection, {
    nullable: true,
    description: 'Study rooms by facility (学習室の検索).',
  })
  async studyRooms(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
    @Arg('filter', () => StudyRoomFilter, {
      nullable: true,
      description: 'Which ones; all when absent (絞り込み).',
    })
    filter?: StudyRoomFilter | null,
  ): Promise<Connection<Edge<StudyRoom>>> {
    const rooms = await searchStudyRooms(em, { filter, page });
    return connection(rooms, { size: pageSize(page), after: page.after }, (node) => ({
      cursor: roomCursor(node),
      node,
    }));
  }
}

/** Gives a facility its study rooms. */
@Resolver(() => Facility)
export class FacilityStudyRoomResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [StudyRoom], {
    nullable: true,
    description: 'Rooms that groups can use; empty where there are none (学習室など).',
  })
  studyRooms(@Root() { code }: Facility, @Ctx() { loaders }: Context): Promise<StudyRoom[]> {
    return loaders.of(studyRoomsOfFacility).load(code);
  }
}

/** What a reference to a study room means. */
export const studyRoomReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<StudyRoom | null> => loaders.of(studyRoomById).load(id);

/** What a reference to a facility means: whichever the register knows. */
export const facilityReference = ({ code }: { code: string }): Facility => ({ code });
