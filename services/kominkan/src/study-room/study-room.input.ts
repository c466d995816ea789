import { RoomFilter } from '@manabi/kit/slot/room.filter';
import { Field, InputType } from 'type-graphql';

import { StudyRoomPurpose } from './study-room.entity.js';

/** Which study rooms are wanted. */
@InputType({ description: 'Which study rooms are wanted (学習室の絞り込み).' })
export class StudyRoomFilter extends RoomFilter {
  @Field(() => [StudyRoomPurpose], {
    nullable: true,
    description: 'Furnished for one of these (用途).',
  })
  purposes?: StudyRoomPurpose[] | null;
}
