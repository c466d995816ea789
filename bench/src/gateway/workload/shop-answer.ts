import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type ExecutionResult } from 'graphql';
import { shop } from './shop.js';

const schemas = new Map(
  shop.map(({ name, sdl, resolvers }) => [
    name,
    buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
  ]),
);

/** What a subgraph of the workload answers to a request, executed by graphql-js. Throws when there is no such subgraph. */
export function shopAnswer(
  name: string,
  { query, variables }: { query: string; variables?: object | null },
): Promise<ExecutionResult> {
  const schema = schemas.get(name);
  if (!schema) throw new Error(`The workload has no subgraph "${name}".`);
  return graphql({ schema, source: query, variableValues: { ...variables } });
}
