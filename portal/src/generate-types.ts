import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type GraphQLSchema, Kind, parse } from 'graphql';

/** File names and texts of documents. */
export type Documents = ReadonlyMap<string, string>;

/** The documents that the pages and the portal's server ask; the rest under `schema/document` are for people and tests. */
const asked =
  /^(?:collection-.*|portal-.*|search-page|plan-coverage|plan-headings|statistics|statistic-definitions)\.graphql$/;

/**
 * Writes the TypeScript types of what the portal asks and is answered, from the schema that residents see. Throws when
 * it asks what the schema does not have, naming the document and the line.
 */
export async function generateTypes(schema: GraphQLSchema, documents: Documents): Promise<string> {
  const ours = [...documents].filter(([name]) => asked.test(name));
  const text = await codegen({
    filename: 'public-graph.ts',
    // The schema itself is given below; nothing is to be read a second time from a document.
    schema: { kind: Kind.DOCUMENT, definitions: [] },
    schemaAst: schema,
    documents: ours.map(([location, document]) => ({ location, document: parse(document) })),
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
