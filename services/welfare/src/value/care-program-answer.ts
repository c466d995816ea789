import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { CareProgram } from '../care-program/care-program.entity.js';

/** A programme was written. */
@ObjectType({ description: 'The programme as it stands now (書込み完了).' })
export class CareProgramWritten {
  readonly __typename!: 'CareProgramWritten';

  @Field(() => CareProgram, { nullable: true, description: 'The programme (事業).', simple: true })
  careProgram!: CareProgram | null;
}

/** Its times cannot be. */
@ObjectType({ description: 'Its times cannot be so (日時の誤り).' })
export class TimesImpossible extends Refusal {
  readonly __typename!: 'TimesImpossible';
}

/** It is cancelled or over. */
@ObjectType({ description: 'It was cancelled or is over (中止または終了).' })
export class NoLongerHeld extends Refusal {
  readonly __typename!: 'NoLongerHeld';
}

/** What a write to a programme answers. */
export const CareProgramAnswer = answerUnion({
  name: 'CareProgramAnswer',
  description: 'The programme, or why not and what to do (事業の書込み結果).',
  types: () =>
    [CareProgramWritten, TimesImpossible, NoLongerHeld, RecordUnknown, ChangedMeanwhile] as const,
});

export type CareProgramAnswer = typeof CareProgramAnswer;
