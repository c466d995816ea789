import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type GraphQLSchema, Kind, parse } from 'graphql';

/** File names and texts of documents. */
export type Documents = ReadonlyMap<string, string>;

/** Who in the portal asks: the pages in a browser, or its server, which reads collections. */
export type Asker = 'page' | 'server';

/** The documents that each asks; the rest under `schema/document` are for people and tests. */
const askedBy: Readonly<Record<Asker, RegExp>> = {
  page: /^(search-page|plan-coverage|plan-headings|statistics|statistic-definitions)\.graphql$/,
  server: /^(collection-|portal-|search-page\.)/,
};

/**
 * Writes the TypeScript types of what an asker asks and is answered, from the schema that residents see. Throws when
 * it asks what the schema does not have, naming the document and the line.
 */
export async function generateTypes(
  schema: GraphQLSchema,
  documents: Documents,
  asker: Asker,
): Promise<string> {
  const asked = [...documents].filter(([name]) => askedBy[asker].test(name));
  const text = await codegen({
    filename: 'public-graph.ts',
    // The schema itself is given below; nothing is to be read a second time from a document.
    schema: { kind: Kind.DOCUMENT, definitions: [] },
    schemaAst: schema,
    documents: asked.map(([location, document]) => ({ location, document: parse(document) })),
    config: {
      scalars: { ID: 'string', DateTime: 'string', LocalDate: 'string', LocalTime: 'string' },
      skipTypename: true,
      immutableTypes: true,
      arrayInputCoercion: false,
      useTypeImports: true,
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  return `// Made by "npm run schema" from the public graph. Do not edit.\n${text.trimEnd()}\n`;
}
