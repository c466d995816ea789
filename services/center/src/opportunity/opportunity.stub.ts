import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';

/** Anything that a department offers to learners: the index knows which kind an id is, its owner knows the rest. */
@InterfaceType({
  description: 'Anything offered to learners, whoever offers it (学習機会).',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@Directive('@key(fields: "id")')
export abstract class LearningOpportunity {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

/** A course of a community centre; kept elsewhere. */
@ObjectType({
  description: 'A course or event of a community centre (公民館講座).',
  implements: LearningOpportunity,
})
@Directive('@key(fields: "id")')
export class Course extends LearningOpportunity {}

/** A sports class; kept elsewhere. */
@ObjectType({ description: 'A sports class (スポーツ教室).', implements: LearningOpportunity })
@Directive('@key(fields: "id")')
export class SportsClass extends LearningOpportunity {}

/** A programme of health, childcare or welfare; kept elsewhere. */
@ObjectType({
  description: 'A programme of health, childcare or welfare (福祉・子育て・健康の事業).',
  implements: LearningOpportunity,
})
@Directive('@key(fields: "id")')
export class CareProgram extends LearningOpportunity {}

/** A programme of a library; kept elsewhere. */
@ObjectType({
  description: 'A programme of a library (図書館行事).',
  implements: LearningOpportunity,
})
@Directive('@key(fields: "id")')
export class LibraryProgram extends LearningOpportunity {}

/** The types whose objects the index points to. */
export const opportunityStubs: readonly Function[] = [
  LearningOpportunity,
  Course,
  SportsClass,
  CareProgram,
  LibraryProgram,
];

/** What a reference to one of them means here: itself, for here it has only its id. */
export const opportunityReferences: Readonly<
  Record<string, (reference: { id: string }) => { __typename: string; id: string }>
> = Object.fromEntries(
  [Course, SportsClass, CareProgram, LibraryProgram].map(({ name }) => [
    name,
    ({ id }: { id: string }) => ({ __typename: name, id }),
  ]),
);
