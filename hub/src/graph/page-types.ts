import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { parse } from 'graphql';

import type { Graph } from './graph.js';
import { committedDocuments } from './document-folders.js';

/** Where the types of what the pages ask stand, from `schema/`. */
export const pageTypesFile = '../portal/page/generated/public-graph.ts';

/** Prints the types of what the pages ask of the public graph. Throws where they ask what it does not have. */
export async function printPageTypes(graph: Graph): Promise<string> {
  // Takes a third of a second to load, for which no other command should wait.
  const { generateTypes } = await import('@manabi/portal/generate-types');
  return generateTypes(apiSchemaOf(parse(graph.public)), documents());
}

function documents(): Map<string, string> {
  return new Map(committedDocuments('public').map(({ name, text }) => [`${name}.graphql`, text]));
}
