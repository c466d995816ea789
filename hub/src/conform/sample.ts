/** A key of an entity that exists, with its `__typename`, as a gateway sends it. */
export type Representation = Readonly<Record<string, unknown>>;

/** What is known of one type's entities. */
export interface Sample {
  readonly representations: readonly Representation[];
  /** Whether the subgraph lists them itself and knows more of them than keys and ways to others, so it must know which exist. */
  readonly isOwn: boolean;
}

/** What is known of each type's entities, by its name. */
export type Samples = ReadonlyMap<string, Sample>;
