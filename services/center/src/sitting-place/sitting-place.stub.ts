import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';

/** A place where one may simply sit, whoever keeps it: the index knows which kind an id is, its owner knows the rest. */
@InterfaceType({
  description: 'A place where one may simply sit, whoever keeps it (ひとりで過ごせる場所).',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@Directive('@key(fields: "id")')
export abstract class SittingPlace {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

/** A place in a library; kept elsewhere. */
@ObjectType({
  description: 'A place in a library where one may simply sit (図書館の閲覧・学習席).',
  implements: SittingPlace,
})
@Directive('@key(fields: "id")')
export class LibrarySittingPlace extends SittingPlace {}

/** A place in a community centre; kept elsewhere. */
@ObjectType({
  description:
    'A place in a community centre where one may simply sit (公民館のロビー・学習コーナー).',
  implements: SittingPlace,
})
@Directive('@key(fields: "id")')
export class KominkanSittingPlace extends SittingPlace {}

/** A place in a children's hall; kept elsewhere. */
@ObjectType({
  description: "A place in a children's hall where one may simply sit (児童館の中高生コーナー).",
  implements: SittingPlace,
})
@Directive('@key(fields: "id")')
export class ChildrenHallSittingPlace extends SittingPlace {}

const kinds = [LibrarySittingPlace, KominkanSittingPlace, ChildrenHallSittingPlace] as const;

/** Tells whether a kind of record in a feed is such a place. */
export const isSittingPlace = (kind: string): boolean => kinds.some(({ name }) => name === kind);

/** The types to whose objects the index points. */
export const sittingPlaceStubs: readonly Function[] = [SittingPlace, ...kinds];

/** What a reference to one of them means here: itself, for here it has only its id. */
export const sittingPlaceReferences: Readonly<
  Record<string, (reference: { id: string }) => { __typename: string; id: string }>
> = Object.fromEntries(
  kinds.map(({ name }) => [name, ({ id }: { id: string }) => ({ __typename: name, id })]),
);
