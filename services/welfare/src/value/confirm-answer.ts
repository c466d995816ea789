import { Provenance } from '@manabi/kit/value/provenance';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ID, ObjectType, createUnionType } from 'type-graphql';

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
export const ConfirmCareRecordAnswer = createUnionType({
  name: 'ConfirmCareRecordAnswer',
  description: 'The record was confirmed, or why not (確認の結果).',
  types: () => [CareRecordConfirmed, RecordUnknown, ChangedMeanwhile] as const,
  resolveType: ({ __typename }) => __typename,
});

export type ConfirmCareRecordAnswer = typeof ConfirmCareRecordAnswer;
