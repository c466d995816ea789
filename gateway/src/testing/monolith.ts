import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  parse,
  execute,
  type ExecutionResult,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { SubgraphIndex } from '../composition/subgraph-index.js';
import { market, type TestSubgraph } from './market.js';

// One schema over the market's data, executed by graphql-js alone: what the gateway is compared with.
// It shares no code with the executor; an entity is a name and an id, asked of each subgraph on its own.

type Source = Record<string, unknown> & { __typename?: string };

interface Held {
  type: string;
  /** The subgraph whose value this is, and the value. */
  subgraph: TestSubgraph;
  value: Source;
}

type Resolver = (source: unknown, args: unknown) => unknown;

const entities = new Set(['Product', 'Bundle', 'Maker', 'Item']);
const indexes = new Map(
  market.map((subgraph) => [
    subgraph,
    new SubgraphIndex({ name: subgraph.name, document: parse(subgraph.sdl) }),
  ]),
);

/** Answers an operation without any federation. */
export function askMonolith(
  schema: GraphQLSchema,
  asked: { query: string; variables: Record<string, unknown>; operationName: string | undefined },
): Promise<ExecutionResult> {
  return Promise.resolve(
    execute({
      schema,
      document: parse(asked.query),
      variableValues: asked.variables,
      operationName: asked.operationName,
      fieldResolver: (...[source, args, , info]) => resolve(source as Held, args, info),
      // Held values always know the concrete type they are of.
      typeResolver: (held) => (held as Held).type,
    }),
  );
}

async function resolve(held: Held | undefined, args: unknown, info: GraphQLResolveInfo) {
  const parent = info.parentType.name;
  const field = info.fieldName;
  const [subgraph, type] = definer(held, parent, field);
  const source = held && (await sourceIn(held, subgraph, type));
  if (held && !source) return null;
  const resolver = resolversOf(subgraph, type)[field] as Resolver | undefined;
  const value = resolver ? await resolver(source, args) : source?.[field];
  return hold(value, info.returnType, { subgraph, schema: info.schema });
}

/** The subgraph that resolves a field, and the type it knows the field by. */
function definer(held: Held | undefined, type: string, field: string): [TestSubgraph, string] {
  const own = held && indexes.get(held.subgraph)?.field(held.type, field);
  if (held && own) return [held.subgraph, type];
  const types = type === 'Product' || type === 'Bundle' ? [type, 'Item'] : [type];
  for (const name of types) {
    for (const [subgraph, index] of indexes) {
      const definition = index.field(name, field);
      if (definition && index.uses(definition, 'external').length === 0) return [subgraph, name];
    }
  }
  throw new Error(`No subgraph defines ${type}.${field}.`);
}

async function sourceIn(held: Held, subgraph: TestSubgraph, type: string) {
  if (held.subgraph === subgraph || !entities.has(held.type)) return held.value;
  const reference: Source = { __typename: type, id: held.value['id'] };
  if (subgraph.name === 'stock') Object.assign(reference, await externals(held));
  const resolver = resolversOf(subgraph, type)['__resolveReference'] as Resolver | undefined;
  return resolver ? ((await resolver(reference, {})) as Source | null | undefined) : reference;
}

/** What stock requires of catalog. */
async function externals(held: Held): Promise<Source> {
  const [catalog] = market;
  if (!catalog) throw new Error('The market has a catalog.');
  const ware = await sourceIn(held, catalog, held.type);
  const price = resolversOf(catalog, 'Product')['price'] as Resolver;
  return { weight: ware?.['weight'], price: price(ware, { currency: 'EUR' }) };
}

function resolversOf(subgraph: TestSubgraph, type: string): Record<string, unknown> {
  return (subgraph.resolvers as Record<string, Record<string, unknown>>)[type] ?? {};
}

function hold(
  value: unknown,
  type: GraphQLOutputType,
  from: { subgraph: TestSubgraph; schema: GraphQLSchema },
): unknown {
  if (value === null || value === undefined) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return (value as unknown[]).map((item) => hold(item, nullable.ofType, from));
  }
  const named = getNamedType(type);
  if (!('getFields' in named) && !isAbstractType(named)) return value;
  const source = value as Source;
  const known = isAbstractType(named) ? typeOf(source) : named.name;
  return { type: known, subgraph: from.subgraph, value: source } satisfies Held;
}

function typeOf(source: Source): string {
  return source.__typename ?? (String(source['id']).startsWith('b') ? 'Bundle' : 'Product');
}
