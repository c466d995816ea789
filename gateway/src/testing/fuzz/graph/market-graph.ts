import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, GraphQLSchema, parse } from 'graphql';
import { composeSupergraph } from '../../../composition/compose.js';
import { createGateway } from '../../../gateway.js';
import { apiSchemaOf } from '../../../supergraph/api-schema.js';
import { inProcessTransport } from '../../../transport/in-process.js';
import { asText } from '../../as-text.js';
import { market } from '../../market.js';
import { askMonolith } from '../../monolith.js';
import { generous, type FuzzedGraph } from '../fuzzed-graph.js';

/** The market, whose subgraphs have resolvers written by hand; its mutations remember, so they are not asked. */
export function marketGraph(): FuzzedGraph {
  const supergraphSdl = composeSupergraph(market);
  const whole = apiSchemaOf(parse(supergraphSdl));
  const apiSchema = new GraphQLSchema({ ...whole.toConfig(), mutation: null });
  let reason = '';
  const heard = (fields: Record<string, unknown>): void => {
    reason = typeof fields['reason'] === 'string' ? fields['reason'] : '';
  };
  const gateway = createGateway({
    supergraphSdl,
    contract: 'full',
    log: { info: () => undefined, warn: heard, error: heard },
    introspection: true,
    limits: generous,
    subgraphs: new Map(
      market.map(({ name, sdl, resolvers }) => {
        const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
        const execute = ({ query, variables }: { query: string; variables: object }) =>
          graphql({ schema, source: query, variableValues: { ...variables } });
        return [name, asText(inProcessTransport(execute))];
      }),
    ),
  });
  return {
    name: 'market',
    apiSchema,
    words: ['p1', 'p2', 'p3', 'b1', 'm1', 'YEN', 'EUR', 'left'],
    reason: () => reason,
    askGateway(operation) {
      reason = '';
      return gateway.execute(operation, { caller: { role: 'analyst', scopes: ['wages'] } });
    },
    askOracle: ({ query, variables, operationName }) =>
      askMonolith(apiSchema, { query, variables, operationName }),
    close: () => gateway.close(),
  };
}
