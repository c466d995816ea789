import type { CollectionDepartmentsQuery } from '../generated/public-graph.js';
import type { PublicGraph } from './public-graph.js';
import { type Collection, walk } from './walk.js';

type Edge = NonNullable<NonNullable<CollectionDepartmentsQuery['departments']>['edges']>[number];

const departments: Collection<CollectionDepartmentsQuery, Edge> = {
  document: 'collection-departments',
  first: 100,
  connectionOf: (data) => data.departments,
};

/** The names of the departments by their codes. Throws BrokenWalk when they cannot be read. */
export async function departmentNames(
  graph: PublicGraph,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { edges } of walk(graph, departments, { signal })) {
    for (const { node } of edges) if (node?.name) names.set(node.code, node.name.ja);
  }
  return names;
}
