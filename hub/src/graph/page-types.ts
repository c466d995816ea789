import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { parse } from 'graphql';

import type { Graph } from './graph.js';
import { committedDocuments } from './document-folders.js';

/** Where the types of what the pages and the portal's server ask stand, from `schema/`. */
const typesFile = '../portal/src/generated/public-graph.ts';

/**
 * Prints the types of what the portal asks of the public graph, by the file that holds them, from `schema/`. Throws
 * where it asks what the graph does not have.
 */
export async function printPageTypes(graph: Graph): Promise<ReadonlyMap<string, string>> {
  // Takes a third of a second to load, for which no other command should wait.
  const { generateTypes } = await import('@manabi/portal/generate-types');
  const schema = apiSchemaOf(parse(graph.public));
  return new Map([[typesFile, await generateTypes(schema, documents())]]);
}

function documents(): Map<string, string> {
  return new Map(committedDocuments('public').map(({ name, text }) => [`${name}.graphql`, text]));
}
