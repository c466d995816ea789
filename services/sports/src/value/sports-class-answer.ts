import { AlreadyCancelled, NotInOrder } from '@manabi/kit/opportunity/opportunity.refusal';
import { OutsideHours, RoomUnknown } from '@manabi/kit/slot/refusal';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { SportsClass } from '../sports-class/sports-class.entity.js';
import { CourtSlotTaken } from './hold-court-slot-answer.js';

/** It was done. */
@ObjectType({ description: 'It was done (教室の更新完了).' })
export class SportsClassWritten {
  readonly __typename!: 'SportsClassWritten';

  @Field(() => SportsClass, {
    nullable: true,
    description: 'The class as it stands now (スポーツ教室).',
    simple: true,
  })
  sportsClass!: SportsClass | null;
}

/** What "publishSportsClass" answers. */
export const PublishSportsClassAnswer = answerUnion({
  name: 'PublishSportsClassAnswer',
  description: 'The class is published, or why not and what to do (教室掲載の結果).',
  types: () => [SportsClassWritten, NotInOrder, CourtSlotTaken, OutsideHours, RoomUnknown] as const,
});

export type PublishSportsClassAnswer = typeof PublishSportsClassAnswer;

/** What "changeSportsClass" and "confirmSportsClass" answer. */
export const ChangeSportsClassAnswer = answerUnion({
  name: 'ChangeSportsClassAnswer',
  description: 'The class is changed, or why not and what to do (教室変更の結果).',
  types: () => [SportsClassWritten, NotInOrder, RecordUnknown, ChangedMeanwhile] as const,
});

export type ChangeSportsClassAnswer = typeof ChangeSportsClassAnswer;

/** What "cancelSportsClass" answers. */
export const CancelSportsClassAnswer = answerUnion({
  name: 'CancelSportsClassAnswer',
  description: 'The class is cancelled, or why not and what to do (教室中止の結果).',
  types: () => [SportsClassWritten, AlreadyCancelled, RecordUnknown, ChangedMeanwhile] as const,
});

export type CancelSportsClassAnswer = typeof CancelSportsClassAnswer;
