import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { parse } from 'graphql';

import type { Graph } from './graph.js';
import { schemaFolder } from './schema-folder.js';

/** Where the types of what the pages ask stand, from `schema/`. */
export const pageTypesFile = '../portal/page/generated/public-graph.ts';

/** Prints the types of what the pages ask of the public graph. Throws where they ask what it does not have. */
export async function printPageTypes(graph: Graph): Promise<string> {
  // Takes a third of a second to load, for which no other command should wait.
  const { generateTypes } = await import('@manabi/portal/generate-types');
  return generateTypes(apiSchemaOf(parse(graph.public)), documents());
}

function documents(): Map<string, string> {
  const folder = join(schemaFolder, 'document');
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
