import { AlreadyCancelled, NotInOrder } from '@manabi/kit/opportunity/opportunity.refusal';
import { timeRefusals } from '@manabi/kit/opportunity/time-refusals';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Session } from '../session/session.entity.js';
import { SlotTaken } from './hold-slot-answer.js';

/** It was done. */
@ObjectType({ description: 'It was done (各回の更新完了).' })
export class SessionWritten {
  readonly __typename!: 'SessionWritten';

  @Field(() => Session, {
    nullable: true,
    description: 'The meeting as it stands now (講座の各回).',
    simple: true,
  })
  session!: Session | null;
}

/** What "cancelSession" answers. */
export const CancelSessionAnswer = answerUnion({
  name: 'CancelSessionAnswer',
  description: 'The meeting is cancelled, or why not and what to do (各回中止の結果).',
  types: () => [SessionWritten, AlreadyCancelled, RecordUnknown, ChangedMeanwhile] as const,
});

export type CancelSessionAnswer = typeof CancelSessionAnswer;

/** What "changeSession" answers. */
export const ChangeSessionAnswer = answerUnion({
  name: 'ChangeSessionAnswer',
  description: 'The meeting is changed, or why not and what to do (各回変更の結果).',
  types: () => [SessionWritten, NotInOrder, SlotTaken, ...timeRefusals] as const,
});

export type ChangeSessionAnswer = typeof ChangeSessionAnswer;
