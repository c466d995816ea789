import { RoomFilter } from '@manabi/kit/slot/room.filter';
import { Field, InputType } from 'type-graphql';

import { CourtKind } from './court.entity.js';

/** Which courts are wanted. */
@InputType({ description: 'Which courts are wanted (コートの絞り込み).' })
export class CourtFilter extends RoomFilter {
  @Field(() => [CourtKind], { nullable: true, description: 'Of one of these kinds (種別).' })
  kinds?: CourtKind[] | null;
}
