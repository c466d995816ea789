import {
  AlreadyBegun,
  AlreadyCancelled,
  NotInOrder,
} from '@manabi/kit/opportunity/opportunity.refusal';
import { OutsideHours, RoomUnknown } from '@manabi/kit/slot/refusal';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Directive, Field, Int, ObjectType, createUnionType } from 'type-graphql';

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

const resolveType = ({ __typename }: { __typename: string }): string => __typename;

/** What "cancelClassTime" answers. */
export const CancelClassTimeAnswer = createUnionType({
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
  resolveType,
});

export type CancelClassTimeAnswer = typeof CancelClassTimeAnswer;

/** What "changeClassTime" answers. */
export const ChangeClassTimeAnswer = createUnionType({
  name: 'ChangeClassTimeAnswer',
  description: 'The time is changed, or why not and what to do (教室の一回変更の結果).',
  types: () =>
    [
      SportsClassWritten,
      ClassTimeUnknown,
      NotInOrder,
      CourtSlotTaken,
      OutsideHours,
      RoomUnknown,
      AlreadyBegun,
      AlreadyCancelled,
      RecordUnknown,
      ChangedMeanwhile,
    ] as const,
  resolveType,
});

export type ChangeClassTimeAnswer = typeof ChangeClassTimeAnswer;
