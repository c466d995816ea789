import type {
  SearchPageQuery,
  SearchPageQueryVariables,
} from '../../src/generated/public-graph.js';
import type { Answer } from '../../src/search/found.js';
import document from '../../../schema/document/search-page.graphql';

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
