import 'reflect-metadata';
import { type ClassType, createUnionType } from 'type-graphql';

/** One of the things that a write may answer. */
interface Told {
  readonly __typename: string;
}

/** What a write answers: that it was done, or why not and what to do; each answer names itself in `__typename`. */
export function answerUnion<Answers extends readonly ClassType<Told>[]>(union: {
  readonly name: string;
  readonly description: string;
  readonly types: () => Answers;
}): ReturnType<typeof createUnionType<Answers>> {
  return createUnionType({ ...union, resolveType: ({ __typename }: Told) => __typename });
}
