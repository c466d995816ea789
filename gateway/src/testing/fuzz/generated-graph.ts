import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  graphql,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { composeSupergraph, type Subgraph } from '../../composition/compose.js';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway.js';
import { apiSchemaOf } from '../../supergraph/api-schema.js';
import { inProcessTransport } from '../../transport/in-process.js';
import { generous, type FuzzedGraph } from './fuzzed-graph.js';
import type { Transport } from '../../transport/transport.js';
import { asText } from '../as-text.js';
import { Model, type Part } from './model.js';
import type { Thing } from './thing.js';
import { World } from './world.js';
import type { Operation } from './write-operation.js';

/** How many mutations one request has run; what a mutation answers depends on it. */
interface Journal {
  written: number;
}

/** Composes subgraphs, given by their SDL alone, over a world that a seed determines. */
export function generatedGraph(
  name: string,
  subgraphs: readonly Subgraph[],
  options: Pick<GatewayOptions, 'heads' | 'answers'> = {},
): FuzzedGraph & { gateway: Gateway } {
  const supergraphSdl = unguarded(composeSupergraph(subgraphs));
  const apiSchema = apiSchemaOf(parse(supergraphSdl));
  const model = new Model(subgraphs, apiSchema);
  const world = new World(model, 1);
  let journal: Journal = { written: 0 };
  let reason = '';
  const heard = (fields: Record<string, unknown>): void => void (reason = reasonIn(fields));
  const gateway = createGateway({
    ...options,
    supergraphSdl,
    mode: 'development',
    contract: 'full',
    log: { info: () => undefined, warn: heard, error: heard },
    introspection: true,
    limits: generous,
    subgraphs: new Map(
      model.parts.map((part) => [part.name, transportOf(part, world, () => journal)]),
    ),
  });
  return {
    gateway,
    name,
    apiSchema,
    words: [],
    reason: () => reason,
    askGateway(operation) {
      journal = { written: 0 };
      reason = '';
      return gateway.execute(operation, { caller: { role: 'analyst', scopes: [] } });
    },
    askOracle: (operation) => askOracle(world, apiSchema, operation),
    close: () => gateway.close(),
  };
}

function reasonIn({ reason }: Record<string, unknown>): string {
  return typeof reason === 'string' ? reason : '';
}

function transportOf(part: Part, world: World, journal: () => Journal): Transport {
  const schema = schemaOf(part, world);
  return asText(
    inProcessTransport(({ query, variables }) =>
      graphql({ schema, source: query, variableValues: variables, contextValue: journal() }),
    ),
  );
}

type Resolver = GraphQLFieldResolver<Thing | undefined, Journal>;

function schemaOf(part: Part, world: World): GraphQLSchema {
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const type of part.index.fielded.keys()) {
    const own: Record<string, unknown> = {};
    const isInterface = part.index.isInterface(type);
    if (part.index.keys(type).length > 0) {
      own['__resolveReference'] = (representation: Record<string, unknown>) =>
        world.referred(part, representation);
    }
    if (isInterface) own['__resolveType'] = ({ __typename }: Thing) => __typename;
    for (const { name } of isInterface ? [] : part.index.fields(type)) {
      const resolve: Resolver = (...[source, args, context, info]) => {
        const thing = source ?? {
          __typename: type,
          n: numberOfRoot(info.operation.operation, context),
        };
        return world.answerIn(part, thing, { type, n: thing.n, field: name.value, args });
      };
      own[name.value] = resolve;
    }
    resolvers[type] = own;
  }
  for (const union of part.index.unions.keys()) {
    resolvers[union] = { __resolveType: ({ __typename }: Thing) => __typename };
  }
  // The package's type of resolvers cannot tell fields from `__resolveReference`.
  return buildSubgraphSchema([
    { typeDefs: part.index.subgraph.document, resolvers: resolvers as never },
  ]);
}

function askOracle(
  world: World,
  schema: GraphQLSchema,
  { query, variables, operationName }: Operation,
): Promise<ExecutionResult> {
  const resolve: Resolver = (...[source, args, context, info]) => {
    const type = info.parentType.name;
    const n = source?.n ?? numberOfRoot(info.operation.operation, context);
    return world.answer({ type, n, field: info.fieldName, args });
  };
  return Promise.resolve(
    execute({
      schema,
      document: parse(query),
      variableValues: variables,
      operationName,
      contextValue: { written: 0 } satisfies Journal,
      fieldResolver: resolve,
      // Only things stand where a type is abstract.
      typeResolver: (thing) => (thing as Thing).__typename,
    }),
  );
}

function numberOfRoot(operation: string, journal: Journal): number {
  return operation === 'mutation' ? ++journal.written : 0;
}

/** A supergraph that everybody may see all of: who may see what is looked at elsewhere. */
function unguarded(supergraphSdl: string): string {
  return supergraphSdl.replaceAll(
    /(?<!directive) @(?:authenticated\b|(?:policy|requiresScopes)\(\w+: \[\[.*?\]\]\))/g,
    '',
  );
}
