import { OddsNotInOrder } from '@manabi/kit/slot/odds.refusal';
import { RoomUnknown } from '@manabi/kit/slot/refusal';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { Field, ObjectType } from 'type-graphql';

import { Court } from '../court/court.entity.js';

/** The odds are published. */
@ObjectType({ description: 'The odds are published (抽選実績の掲載完了).' })
export class CourtOddsWritten {
  readonly __typename!: 'CourtOddsWritten';

  @Field(() => Court, { nullable: true, description: 'The court (コート).', simple: true })
  court!: Court | null;
}

/** What "publishCourtOdds" answers. */
export const PublishCourtOddsAnswer = answerUnion({
  name: 'PublishCourtOddsAnswer',
  description: 'The odds are published, or why not and what to do (抽選実績掲載の結果).',
  types: () => [CourtOddsWritten, OddsNotInOrder, RoomUnknown] as const,
});

export type PublishCourtOddsAnswer = typeof PublishCourtOddsAnswer;
