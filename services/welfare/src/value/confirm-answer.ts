import { Provenance } from '@manabi/kit/value/provenance';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ID, ObjectType } from 'type-graphql';

/** The record was confirmed. */
@ObjectType({ description: 'The record holds as of now (確認完了).' })
export class CareRecordConfirmed {
  readonly __typename!: 'CareRecordConfirmed';

  @Field(() => ID, { nullable: true, description: 'The record (記録の識別子).', simple: true })
  id!: string;

  @Field(() => Provenance, {
    nullable: true,
    description: 'Where it comes from, with its new date (出典).',
    simple: true,
  })
  provenance!: Provenance | null;
}

/** What "confirmCareRecord" answers. */
export const ConfirmCareRecordAnswer = answerUnion({
  name: 'ConfirmCareRecordAnswer',
  description: 'The record was confirmed, or why not (確認の結果).',
  types: () => [CareRecordConfirmed, RecordUnknown, ChangedMeanwhile] as const,
});

export type ConfirmCareRecordAnswer = typeof ConfirmCareRecordAnswer;
