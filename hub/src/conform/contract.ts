import { SubgraphIndex } from '@manabi/gateway/composition/subgraph-index';
import { argument } from '@manabi/gateway/supergraph/links';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
} from 'graphql';

/** An entity type that a subgraph resolves by its keys. */
export interface EntityType {
  readonly name: string;
  /** Selections of its keys, e.g. `id` or `scheme code`. */
  readonly keys: readonly string[];
}

/** What a subgraph says of itself. */
export interface Contract {
  readonly sdl: string;
  readonly document: DocumentNode;
  readonly index: SubgraphIndex;
  readonly schema: GraphQLSchema;
  readonly entities: readonly EntityType[];
}

/** Reads SDL as a subgraph's. Throws what is wrong with it. */
export function contractIn(sdl: string): Contract {
  const document = parse(sdl, { noLocation: true });
  const index = new SubgraphIndex({ name: 'subgraph', document });
  const schema = buildASTSchema(withDefinitions(document), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  return { sdl, document, index, schema, entities: entitiesOf(index, schema) };
}

function entitiesOf(index: SubgraphIndex, schema: GraphQLSchema): EntityType[] {
  return [...index.fielded].flatMap(([name, nodes]) => {
    if (!isObjectType(schema.getType(name))) return [];
    const keys = nodes.flatMap((node) =>
      index.uses(node, 'key').flatMap((use) => {
        const resolvable = argument(use, 'resolvable');
        const fields = argument(use, 'fields');
        const isResolvable = !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value);
        return isResolvable && fields?.kind === Kind.STRING ? [fields.value] : [];
      }),
    );
    return keys.length > 0 ? [{ name, keys }] : [];
  });
}

/** Federation lets a subgraph extend what it does not define; graphql-js builds only what is defined. */
function withDefinitions(document: DocumentNode): DocumentNode {
  const defined = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [node.name.value]
        : [],
    ),
  );
  return {
    ...document,
    definitions: document.definitions.map((node) => {
      const isObject = node.kind === Kind.OBJECT_TYPE_EXTENSION;
      if (!isObject && node.kind !== Kind.INTERFACE_TYPE_EXTENSION) return node;
      if (defined.has(node.name.value)) return node;
      defined.add(node.name.value);
      return isObject
        ? { ...node, kind: Kind.OBJECT_TYPE_DEFINITION }
        : { ...node, kind: Kind.INTERFACE_TYPE_DEFINITION };
    }),
  };
}
