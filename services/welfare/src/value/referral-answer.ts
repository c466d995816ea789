import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Referral } from '../referral/referral.entity.js';

/** The consultation was handed over, or taken up. */
@ObjectType({ description: 'The consultation as it stands now (引き継ぎ完了).' })
export class ConsultationReferred {
  readonly __typename!: 'ConsultationReferred';

  @Field(() => Referral, { nullable: true, description: 'It (引き継ぎ).', simple: true })
  referral!: Referral | null;
}

/** Somebody is told of in it. */
@ObjectType({ description: 'Its words seem to tell of a person (個人が分かる記述).' })
export class PersonSaid extends Refusal {
  readonly __typename!: 'PersonSaid';
}

/** A desk cannot hand to itself. */
@ObjectType({ description: 'Both desks are the same (同じ窓口).' })
export class SameDesk extends Refusal {
  readonly __typename!: 'SameDesk';
}

/** What handing over and taking up answer. */
export const ReferralAnswer = answerUnion({
  name: 'ReferralAnswer',
  description: 'The consultation, or why not and what to do (引き継ぎの結果).',
  types: () =>
    [ConsultationReferred, PersonSaid, SameDesk, RecordUnknown, ChangedMeanwhile] as const,
});

export type ReferralAnswer = typeof ReferralAnswer;
