import {
  AlreadyBegun,
  AlreadyCancelled,
  NotInOrder,
} from '@manabi/kit/opportunity/opportunity.refusal';
import { timeRefusals } from '@manabi/kit/opportunity/time-refusals';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { CourtSlotTaken } from './hold-court-slot-answer.js';
import { SportsClassWritten } from './sports-class-answer.js';

/** The class has no such time. */
@ObjectType({ description: 'The class has no such time (該当する回なし).' })
export class ClassTimeUnknown extends Refusal {
  readonly __typename!: 'ClassTimeUnknown';

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [Int], { description: 'Numbers of those that stand (行う回).', simple: true })
  numbers!: readonly number[];
}

/** What "cancelClassTime" answers. */
export const CancelClassTimeAnswer = answerUnion({
  name: 'CancelClassTimeAnswer',
  description: 'The time is called off, or why not and what to do (教室の一回中止の結果).',
  types: () =>
    [
      SportsClassWritten,
      ClassTimeUnknown,
      AlreadyBegun,
      AlreadyCancelled,
      RecordUnknown,
      ChangedMeanwhile,
    ] as const,
});

export type CancelClassTimeAnswer = typeof CancelClassTimeAnswer;

/** What "changeClassTime" answers. */
export const ChangeClassTimeAnswer = answerUnion({
  name: 'ChangeClassTimeAnswer',
  description: 'The time is changed, or why not and what to do (教室の一回変更の結果).',
  types: () =>
    [SportsClassWritten, ClassTimeUnknown, NotInOrder, CourtSlotTaken, ...timeRefusals] as const,
});

export type ChangeClassTimeAnswer = typeof ChangeClassTimeAnswer;
