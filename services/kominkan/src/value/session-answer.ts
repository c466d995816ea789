import {
  AlreadyBegun,
  AlreadyCancelled,
  NotInOrder,
} from '@manabi/kit/opportunity/opportunity.refusal';
import { OutsideHours, RoomUnknown } from '@manabi/kit/slot/refusal';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType, createUnionType } from 'type-graphql';

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

const resolveType = ({ __typename }: { __typename: string }): string => __typename;

/** What "cancelSession" answers. */
export const CancelSessionAnswer = createUnionType({
  name: 'CancelSessionAnswer',
  description: 'The meeting is cancelled, or why not and what to do (各回中止の結果).',
  types: () => [SessionWritten, AlreadyCancelled, RecordUnknown, ChangedMeanwhile] as const,
  resolveType,
});

export type CancelSessionAnswer = typeof CancelSessionAnswer;

/** What "changeSession" answers. */
export const ChangeSessionAnswer = createUnionType({
  name: 'ChangeSessionAnswer',
  description: 'The meeting is changed, or why not and what to do (各回変更の結果).',
  types: () =>
    [
      SessionWritten,
      NotInOrder,
      SlotTaken,
      OutsideHours,
      RoomUnknown,
      AlreadyBegun,
      AlreadyCancelled,
      RecordUnknown,
      ChangedMeanwhile,
    ] as const,
  resolveType,
});

export type ChangeSessionAnswer = typeof ChangeSessionAnswer;
