import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Field, ID, ObjectType } from 'type-graphql';

import { Correction } from './correction.entity.js';

/** It waits for its department. */
@ObjectType({ description: 'It waits for its department (申し出を受付).' })
export class MistakeReported {
  readonly __typename!: 'MistakeReported';

  @Field(() => ID, { nullable: true, description: 'Its id (識別子).', simple: true })
  id!: string;
}

/** That it waits, or why not. */
export type ReportMistakeAnswer = MistakeReported | RecordUnknown;

export const ReportMistakeAnswer = answerUnion({
  name: 'ReportMistakeAnswer',
  description: 'That it waits for its department, or why not (申し出の結果).',
  types: () => [MistakeReported, RecordUnknown] as const,
});

/** It is decided. */
@ObjectType({ description: 'It is decided (申し出を確定).' })
export class CorrectionDecided {
  readonly __typename!: 'CorrectionDecided';

  @Field(() => Correction, {
    nullable: true,
    description: 'The report (訂正の申し出).',
    simple: true,
  })
  correction!: Correction | null;
}

/** Somebody decided it before. */
@ObjectType({ description: 'Somebody decided it before (確定済み).' })
export class CorrectionAlreadyDecided extends Refusal {
  readonly __typename!: 'CorrectionAlreadyDecided';
}

/** The report as decided, or why not. */
export type DecideCorrectionAnswer =
  | CorrectionDecided
  | CorrectionAlreadyDecided
  | RecordUnknown
  | ChangedMeanwhile;

export const DecideCorrectionAnswer = answerUnion({
  name: 'DecideCorrectionAnswer',
  description: 'The report as decided, or why not (確定の結果).',
  types: () =>
    [CorrectionDecided, CorrectionAlreadyDecided, RecordUnknown, ChangedMeanwhile] as const,
});
