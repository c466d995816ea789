import { RoomFilter } from '@manabi/kit/slot/room.filter';
import { InputType } from 'type-graphql';

/** Which study rooms are wanted. */
@InputType({ description: 'Which study rooms are wanted (学習室の絞り込み).' })
export class StudyRoomFilter extends RoomFilter {}
