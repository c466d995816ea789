import { answerUnion } from '@manabi/kit/write/answer-union';
import { Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { LearningRecord, Passport } from './passport.entity.js';

/** It is kept. */
@ObjectType({ description: 'It is kept (記録を保管).' })
export class LearningRecordKept {
  readonly __typename!: 'LearningRecordKept';

  @Field(() => LearningRecord, {
    nullable: true,
    description: 'The record (学習の記録).',
    simple: true,
  })
  record!: LearningRecord | null;
}

/** Nothing is kept without consent. */
@ObjectType({ description: 'Nothing is kept without consent (同意なし).' })
export class ConsentMissing extends Refusal {
  readonly __typename!: 'ConsentMissing';
}

/** Nothing says what was learned. */
@ObjectType({ description: 'Nothing says what was learned (学習内容なし).' })
export class LearnedWhat extends Refusal {
  readonly __typename!: 'LearnedWhat';
}

/** The day has not come yet. */
@ObjectType({ description: 'The day has not come yet (未来の日付).' })
export class LearnedTooSoon extends Refusal {
  readonly __typename!: 'LearnedTooSoon';
}

/** Only residents have a passport. */
@ObjectType({ description: 'Only a resident who signed in has a passport (住民のみ).' })
export class ResidentsOnly extends Refusal {
  readonly __typename!: 'ResidentsOnly';
}

/** There is no passport. */
@ObjectType({ description: 'There is no passport (パスポートなし).' })
export class PassportMissing extends Refusal {
  readonly __typename!: 'PassportMissing';
}

/** The record, or why not. */
export type KeepLearningRecordAnswer =
  | LearningRecordKept
  | ConsentMissing
  | LearnedWhat
  | LearnedTooSoon
  | ResidentsOnly;

export const KeepLearningRecordAnswer = answerUnion({
  name: 'KeepLearningRecordAnswer',
  description: 'The record, or why not (記録の結果).',
  types: () =>
    [LearningRecordKept, ConsentMissing, LearnedWhat, LearnedTooSoon, ResidentsOnly] as const,
});

/** Who may read it changed. */
@ObjectType({ description: 'Who may read it is as was wanted (閲覧の許可を変更).' })
export class PassportShared {
  readonly __typename!: 'PassportShared';

  @Field(() => Passport, {
    nullable: true,
    description: 'The passport (パスポート).',
    simple: true,
  })
  passport!: Passport | null;
}

/** The passport, or why not. */
export type SharePassportAnswer = PassportShared | PassportMissing | ResidentsOnly;

export const SharePassportAnswer = answerUnion({
  name: 'SharePassportAnswer',
  description: 'The passport, or why not (閲覧許可の結果).',
  types: () => [PassportShared, PassportMissing, ResidentsOnly] as const,
});

/** Nothing of it is left. */
@ObjectType({ description: 'Nothing of it is left (全消去を完了).' })
export class PassportErased {
  readonly __typename!: 'PassportErased';

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: no row, no feed and no cache holds any of it (消去済み).',
    simple: true,
  })
  erased!: boolean;
}

/** That it is erased, or why not. */
export type ErasePassportAnswer = PassportErased | PassportMissing | ResidentsOnly;

export const ErasePassportAnswer = answerUnion({
  name: 'ErasePassportAnswer',
  description: 'That it is erased, or why not (全消去の結果).',
  types: () => [PassportErased, PassportMissing, ResidentsOnly] as const,
});
