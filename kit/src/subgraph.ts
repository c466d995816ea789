import 'reflect-metadata';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isInterfaceType,
  isScalarType,
  lexicographicSortSchema,
  parse,
} from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { type PubSub, buildSchemaSync, createResolversMap } from 'type-graphql';

import { enforceAccess } from './access.js';
import type { Context } from './context.js';
import { resolveEntitiesAtOnce } from './execution/entities-at-once.js';
import { validateInput } from './rules.js';
import type { Service } from './service.js';
import { type Provenance, ProvenanceResolver, isStale } from './value/provenance.js';

/** A service's part of the graph, ready to execute and to compose. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The contract: what is committed as `schema/<name>.graphql`. */
  readonly sdl: string;
}

const header = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@override", "@tag", "@inaccessible", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@composeDirective"])
  @link(url: "https://specs.apollo.dev/nullability/v0.4", import: ["@semanticNonNull"])
  @composeDirective(name: "@semanticNonNull")

"Null here can only mean that something failed (値が無いのは障害時のみ)."
directive @semanticNonNull(levels: [Int!]! = [0]) on FIELD_DEFINITION
`;

const built = new WeakMap<Service, Subgraph>();

/** A service's federation 2.9 subgraph, built once from its classes. Throws when they contradict each other. */
export function buildSubgraph(service: Service): Subgraph {
  const subgraph = built.get(service) ?? build(service);
  built.set(service, subgraph);
  return subgraph;
}

function build(service: Service): Subgraph {
  const described = buildSchemaSync({
    resolvers: [...service.resolvers, ProvenanceResolver],
    orphanedTypes: [...(service.types ?? [])],
    skipCheck: true,
    validateFn: validateInput,
    pubSub: changesOnly,
  });
  removeRefusedDirectives(described);
  const sdl = [
    header,
    printSchemaWithDirectives(lexicographicSortSchema(described)),
    service.sdl ?? '',
  ]
    .join('\n')
    .trim()
    .concat('\n');
  const schema = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: resolversOf(service, described) },
  ]);
  resolveEntitiesAtOnce(schema, service.references);
  enforceAccess(schema);
  tellMomentsAsText(schema);
  return { name: service.name, schema, sdl };
}

/** type-graphql asks for a way to pass events on in memory; ours come from the change feed (see `changesOf`). */
const changesOnly: PubSub = {
  publish: refuseTopic,
  subscribe: refuseTopic,
};

function refuseTopic(topic: string): never {
  throw new Error(
    `"${topic}" is a topic; give the subscription \`subscribe: changesOf(…)\` instead.`,
  );
}

/** A moment leaves as ISO 8601 text, for callers in the same process do not read answers through JSON. */
function tellMomentsAsText(schema: GraphQLSchema): void {
  const moment = schema.getType('DateTime');
  if (isScalarType(moment))
    moment.serialize = (value) => written(value) ?? GraphQLDateTimeISO.serialize(value);
}

/** A moment that is one beyond doubt, as text: nearly all are, and what looks at the others takes ten times as long. */
function written(value: unknown): string | undefined {
  const moment = typeof value === 'string' ? new Date(value) : value;
  if (!(moment instanceof Date) || Number.isNaN(moment.getTime())) return undefined;
  const text = moment.toISOString();
  return moment === value || text === value ? text : undefined;
}

/** Field resolvers as type-graphql made them, with what references mean, and types told by `__typename` alone. */
function resolversOf(service: Service, described: GraphQLSchema): GraphQLResolverMap<unknown> {
  const resolvers = createResolversMap(described) as Record<string, Record<string, unknown>>;
  for (const type of Object.values(resolvers)) {
    delete type['__isTypeOf'];
    const usual = type['__resolveType'];
    if (usual) type['__resolveType'] = toldByName(usual as TypeResolver);
  }
  if (resolvers['Provenance']?.['stale']) resolvers['Provenance']['stale'] = staleAtOnce;
  for (const [name, resolve] of Object.entries(service.references)) {
    if (!described.getType(name)) {
      throw new Error(
        `Reference "${name}" names no type of "${service.name}". Remove it or add the type.`,
      );
    }
    resolvers[name] = { ...resolvers[name], __resolveReference: resolve };
  }
  // type-graphql and @apollo/subgraph describe the same map with types of their own.
  return resolvers as GraphQLResolverMap<unknown>;
}

type TypeResolver = GraphQLTypeResolver<unknown, Context>;

/** A value says at once what it is; type-graphql makes a promise of it for each. */
const toldByName =
  (usual: TypeResolver): TypeResolver =>
  (value, ...told) => {
    const name = (value as { readonly __typename?: unknown } | null)?.__typename;
    return typeof name === 'string' ? name : usual(value, ...told);
  };

/**
 * Stands on each row of most lists, where type-graphql makes promises of a field that has an argument, of all above it
 * too, to validate what GraphQL has read as a moment already: a third of the time of a list of 3,000 rows.
 */
const staleAtOnce = (
  provenance: Provenance,
  { at }: { readonly at?: Date | null },
  { now }: Context,
): boolean => isStale(provenance, at ?? now);

/**
 * Federation refuses `@cost` and `@authenticated` on fields of interfaces, and type-graphql copies the directives
 * of an interface's field to the types that implement it, and back.
 */
function removeRefusedDirectives(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.astNode?.directives) continue;
      const directives = field.astNode.directives.filter(
        (directive) =>
          !['cost', 'authenticated', 'requiresScopes', 'policy'].includes(directive.name.value),
      );
      field.astNode = { ...field.astNode, directives };
    }
  }
}
