import { answerUnion } from '@manabi/kit/write/answer-union';
import { RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Person } from '../person/person.entity.js';
import { NotAResident } from './registration-answer.js';

/** What the person consented to is recorded. */
@ObjectType({ description: 'The consent is recorded (同意を記録).' })
export class ConsentRecorded {
  readonly __typename!: 'ConsentRecorded';

  @Field(() => Person, { nullable: true, description: 'The entry (登録).', simple: true })
  person!: Person | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether departments may make contact from now on (連絡の同意).',
    simple: true,
  })
  mayContact!: boolean;
}

/** What "giveContactConsent" and "withdrawContactConsent" answer. */
export const ConsentAnswer = answerUnion({
  name: 'ConsentAnswer',
  description: 'The consent is recorded, or why not and what to do (同意の結果).',
  types: () => [ConsentRecorded, NotAResident, RecordUnknown] as const,
});

export type ConsentAnswer = typeof ConsentAnswer;
