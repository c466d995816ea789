import { OddsNotInOrder } from '@manabi/kit/slot/odds.refusal';
import { RoomUnknown } from '@manabi/kit/slot/refusal';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { Field, ObjectType } from 'type-graphql';

import { StudyRoom } from '../study-room/study-room.entity.js';

/** The odds are published. */
@ObjectType({ description: 'The odds are published (抽選実績の掲載完了).' })
export class RoomOddsWritten {
  readonly __typename!: 'RoomOddsWritten';

  @Field(() => StudyRoom, { nullable: true, description: 'The study room (学習室).', simple: true })
  room!: StudyRoom | null;
}

/** What "publishRoomOdds" answers. */
export const PublishRoomOddsAnswer = answerUnion({
  name: 'PublishRoomOddsAnswer',
  description: 'The odds are published, or why not and what to do (抽選実績掲載の結果).',
  types: () => [RoomOddsWritten, OddsNotInOrder, RoomUnknown] as const,
});

export type PublishRoomOddsAnswer = typeof PublishRoomOddsAnswer;
