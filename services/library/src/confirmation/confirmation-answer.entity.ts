import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

import { LibraryRecordKind } from './confirmation.input.js';

/** A record was confirmed. */
@ObjectType({ description: 'The record was confirmed (記録を確認しました).' })
export class LibraryRecordConfirmed {
  readonly __typename!: 'LibraryRecordConfirmed';

  @Field(() => LibraryRecordKind, {
    nullable: true,
    description: 'Which kind of record (種類).',
    simple: true,
  })
  kind!: LibraryRecordKind;

  @Field(() => ID, { nullable: true, description: 'The record (識別子).', simple: true })
  id!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Moment for which it holds from now on (確認日時).',
    simple: true,
  })
  asOf!: Date;
}

/** What became of a request to confirm a record. */
export const ConfirmLibraryRecordAnswer = answerUnion({
  name: 'ConfirmLibraryRecordAnswer',
  description: 'The confirmed record, or why not (記録確認の結果).',
  types: () => [LibraryRecordConfirmed, RecordUnknown, ChangedMeanwhile] as const,
});
