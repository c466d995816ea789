import { answerUnion } from '@manabi/kit/write/answer-union';
import { RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { ExperienceSession } from '../experience-session/experience-session.entity.js';

/** The person is promised to it, or no more. */
@ObjectType({ description: 'The supporters are as asked (支援者の割当てを更新).' })
export class SupportersChanged {
  readonly __typename!: 'SupportersChanged';

  @Field(() => ExperienceSession, {
    nullable: true,
    description: 'The time of the programme (体験の開催回).',
    simple: true,
  })
  session!: ExperienceSession | null;
}

/** The person is promised to something else at that time. */
@ObjectType({ description: 'The person is promised elsewhere at that time (二重の割当て).' })
export class SupporterTaken extends Refusal {
  readonly __typename!: 'SupporterTaken';

  @Field(() => ExperienceSession, {
    nullable: true,
    description: 'To what (割当済みの開催回).',
    simple: true,
  })
  takenBy!: ExperienceSession | null;
}

/** It was cancelled or is over, or the person left the bank. */
@ObjectType({ description: 'It was cancelled or is over, or the person left (割当て不可).' })
export class SupportNotPossible extends Refusal {
  readonly __typename!: 'SupportNotPossible';
}

/** What "assignSupporter" and "releaseSupporter" answer. */
export const SupporterAnswer = answerUnion({
  name: 'SupporterAnswer',
  description: 'The supporters are as asked, or why not and what to do (支援者の割当ての結果).',
  types: () => [SupportersChanged, SupporterTaken, SupportNotPossible, RecordUnknown] as const,
});

export type SupporterAnswer = typeof SupporterAnswer;
