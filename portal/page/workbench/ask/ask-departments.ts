import collectionDepartments from '../../../../schema/document/collection-departments.graphql';
import type { CollectionDepartmentsQuery } from '../../../src/generated/public-graph.js';
import { askGraph } from './ask-graph.js';

/** Asks what the departments are called, by their codes; a city has fewer than a page of them. */
export async function askDepartments(
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const { data } = await askGraph<CollectionDepartmentsQuery>(
    { query: collectionDepartments, variables: { first: 100 }, graph: 'public' },
    signal,
  );
  return Object.fromEntries(
    (data?.departments?.edges ?? []).flatMap(({ node }) =>
      node?.name ? [[node.code, node.name.ja]] : [],
    ),
  );
}
