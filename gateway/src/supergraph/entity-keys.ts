import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { graphOf } from './join-graph.js';
import { joinedTypes } from './joined-types.js';
import { argument, text } from './links.js';

/** Tells by which fields each subgraph knows its entities apart, as the supergraph says it. */
export class EntityKeys {
  readonly #keys = new Map<string, (readonly string[])[]>();

  constructor(supergraph: DocumentNode) {
    for (const { service, graph, node, directive } of joinedTypes(supergraph)) {
      const key = text(argument(directive, 'key'));
      if (key) this.#note(placeOf(service, node.name.value), key, externalIn(node, graph));
    }
  }

  /**
   * The keys of a type in a subgraph that it can tell of what it answers, each a list of field names. Left out are
   * keys with nested fields, and those the subgraph calls external: it takes them and does not give them.
   */
  of(service: string, typeName: string): readonly (readonly string[])[] {
    return this.#keys.get(placeOf(service, typeName)) ?? [];
  }

  #note(place: string, key: string, external: ReadonlySet<string>): void {
    if (key.includes('{')) return;
    const fields = key.split(/[\s,]+/).filter((name) => name !== '' && name !== '__typename');
    if (fields.some((name) => external.has(name))) return;
    this.#keys.set(place, [...(this.#keys.get(place) ?? []), fields]);
  }
}

/** The fields of a type that a subgraph calls external. */
function externalIn(
  { fields = [] }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  graph: string,
): ReadonlySet<string> {
  const isExternal = (directive: ConstDirectiveNode): boolean => {
    const external = argument(directive, 'external');
    return (
      directive.name.value === 'join__field' &&
      graphOf(directive) === graph &&
      external?.kind === Kind.BOOLEAN &&
      external.value
    );
  };
  return new Set(
    fields.filter((field) => field.directives?.some(isExternal)).map(({ name }) => name.value),
  );
}

function placeOf(service: string, typeName: string): string {
  return `${typeName} ${service}`;
}
