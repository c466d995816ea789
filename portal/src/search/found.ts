import type { SearchPageQuery } from '../generated/public-graph.js';

/** What a search found; null when the index of the city is silent. */
export type Found = SearchPageQuery['opportunities'];

/** One line of the result. */
export type Hit = NonNullable<NonNullable<NonNullable<Found>['edges']>[number]>;

/** One way to narrow, with what each choice would leave. */
export type Facet = NonNullable<NonNullable<NonNullable<Found>['facets']>[number]>;

/** An answer of the public graph. */
export interface Answer {
  readonly found: Found;
  /** Services that did not answer, as the gateway names them. */
  readonly silent: readonly string[];
}
