import { answerUnion } from '@manabi/kit/write/answer-union';
import { Field, ObjectType } from 'type-graphql';

import { LibraryBranchUnknown } from '../branch/branch.errors.js';
import { ReferenceCase } from './reference-case.entity.js';
import { TellsOfPerson } from './reference-case.errors.js';

/** A reference case was published. */
@ObjectType({ description: 'The reference case was published (事例を公開しました).' })
export class ReferenceCasePublished {
  readonly __typename!: 'ReferenceCasePublished';

  @Field(() => ReferenceCase, {
    nullable: true,
    description: 'The case (レファレンス事例).',
    simple: true,
  })
  referenceCase!: ReferenceCase | null;
}

/** What became of a request to publish a reference case. */
export const PublishReferenceCaseAnswer = answerUnion({
  name: 'PublishReferenceCaseAnswer',
  description: 'The published reference case, or why not (事例公開の結果).',
  types: () => [ReferenceCasePublished, TellsOfPerson, LibraryBranchUnknown] as const,
});
