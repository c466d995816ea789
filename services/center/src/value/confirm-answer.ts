import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** The registers whose entries grow old. */
export enum RegisterKind {
  PERSON = 'PERSON',
  GROUP = 'GROUP',
  DESK = 'DESK',
}

registerEnumType(RegisterKind, {
  name: 'RegisterKind',
  description: 'A register whose entries grow old (登録簿の種類).',
  valuesConfig: {
    PERSON: { description: 'The talent bank (人材バンク).' },
    GROUP: { description: 'Circles and groups (サークル・団体).' },
    DESK: { description: 'Advice desks (相談窓口).' },
  },
});

/** Somebody looked and the entry holds. */
@ObjectType({ description: 'Somebody looked, and the entry holds (確認済み).' })
export class EntryConfirmed {
  readonly __typename!: 'EntryConfirmed';

  @Field(() => ID, { nullable: true, description: 'The entry (記録の識別子).', simple: true })
  id!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was confirmed (確認日時).',
    simple: true,
  })
  confirmedAt!: Date;
}

/** The entry ended. */
@ObjectType({ description: 'The entry ended (登録終了).' })
export class EntryEnded extends Refusal {
  readonly __typename!: 'EntryEnded';
}

/** What "confirmEntry" answers. */
export const ConfirmEntryAnswer = answerUnion({
  name: 'ConfirmEntryAnswer',
  description: 'It was confirmed, or why not and what to do (記録の確認の結果).',
  types: () => [EntryConfirmed, EntryEnded, RecordUnknown, ChangedMeanwhile] as const,
});

export type ConfirmEntryAnswer = typeof ConfirmEntryAnswer;
