import type {
  SearchPageQuery,
  SearchPageQueryVariables,
} from '../../src/generated/public-graph.js';
import document from '../../../schema/document/search-page.graphql';

/** What a search found; null when the index of the city is silent. */
export type Found = SearchPageQuery['opportunities'];

/** An answer of the public graph. */
export interface Answer {
  readonly found: Found;
  /** Services that did not answer, as the gateway names them. */
  readonly silent: readonly string[];
}

/** Asks the public graph for one page of a search. Throws when the gateway itself does not answer. */
export async function askSearch(
  variables: SearchPageQueryVariables,
  signal: AbortSignal,
): Promise<Answer> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document, variables }),
    signal,
  });
  // The gateway promises this shape; its types are made from its schema.
  const told = (await answer.json()) as {
    data?: SearchPageQuery | null;
    extensions?: { departments?: readonly { readonly name: string }[] };
  };
  return {
    found: told.data?.opportunities ?? null,
    silent: (told.extensions?.departments ?? []).map(({ name }) => name),
  };
}
