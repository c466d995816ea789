import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Group } from '../group/group.entity.js';
import { Person } from '../person/person.entity.js';
import { Registration } from '../registration/registration.entity.js';

/** It was received and waits for a department. */
@ObjectType({ description: 'It was received and waits for a department (受付済み).' })
export class RegistrationReceived {
  readonly __typename!: 'RegistrationReceived';

  @Field(() => Registration, {
    nullable: true,
    description: 'The registration (申請).',
    simple: true,
  })
  registration!: Registration | null;
}

/** This account has one that waits, or is entered already. */
@ObjectType({ description: 'This account has one already (申請中または登録済み).' })
export class RegisteredAlready extends Refusal {
  readonly __typename!: 'RegisteredAlready';
}

/** Only a resident's own account can register. */
@ObjectType({ description: "Only a resident's account can do this (住民の利用者のみ)." })
export class NotAResident extends Refusal {
  readonly __typename!: 'NotAResident';
}

/** A subject that the register does not know. */
@ObjectType({ description: 'The register does not know a subject (分野なし).' })
export class SubjectUnknown extends Refusal {
  readonly __typename!: 'SubjectUnknown';
}

/** What "registerPerson" and "registerGroup" answer. */
export const RegisterAnswer = answerUnion({
  name: 'RegisterAnswer',
  description: 'It was received, or why not and what to do (登録申請の結果).',
  types: () => [RegistrationReceived, RegisteredAlready, NotAResident, SubjectUnknown] as const,
});

export type RegisterAnswer = typeof RegisterAnswer;

/** A department decided. */
@ObjectType({ description: 'A department decided (審査済み).' })
export class RegistrationDecided {
  readonly __typename!: 'RegistrationDecided';

  @Field(() => Registration, {
    nullable: true,
    description: 'The registration (申請).',
    simple: true,
  })
  registration!: Registration | null;

  @Field(() => Person, {
    nullable: true,
    description: 'The person who was entered (登録された人).',
    simple: true,
  })
  person!: Person | null;

  @Field(() => Group, {
    nullable: true,
    description: 'The group that was entered (登録された団体).',
    simple: true,
  })
  group!: Group | null;
}

/** Somebody decided before. */
@ObjectType({ description: 'It was decided before (審査済み).' })
export class RegistrationDecidedAlready extends Refusal {
  readonly __typename!: 'RegistrationDecidedAlready';
}

/** What "decideRegistration" answers. */
export const DecideRegistrationAnswer = answerUnion({
  name: 'DecideRegistrationAnswer',
  description: 'It was decided, or why not and what to do (登録審査の結果).',
  types: () =>
    [RegistrationDecided, RegistrationDecidedAlready, RecordUnknown, ChangedMeanwhile] as const,
});

export type DecideRegistrationAnswer = typeof DecideRegistrationAnswer;
