import { Kind, type DocumentNode } from 'graphql';
import { argument, text } from './links.js';
import { subgraphNames } from './service-types.js';

/** Tells by which fields each subgraph knows its entities apart, as the supergraph says it. */
export class EntityKeys {
  readonly #keys = new Map<string, (readonly string[])[]>();

  constructor(supergraph: DocumentNode) {
    const names = subgraphNames(supergraph);
    for (const node of supergraph.definitions) {
      const isType =
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
      if (!isType) continue;
      for (const directive of node.directives ?? []) {
        if (directive.name.value !== 'join__type') continue;
        const graph = argument(directive, 'graph');
        const key = text(argument(directive, 'key'));
        const service = graph?.kind === Kind.ENUM ? names.get(graph.value) : undefined;
        if (key && service !== undefined) this.#note(placeOf(service, node.name.value), key);
      }
    }
  }

  /** The keys of a type in a subgraph, each a list of field names; keys with nested fields are left out. */
  of(service: string, typeName: string): readonly (readonly string[])[] {
    return this.#keys.get(placeOf(service, typeName)) ?? [];
  }

  #note(place: string, key: string): void {
    if (key.includes('{')) return;
    const fields = key.split(/[\s,]+/).filter((name) => name !== '' && name !== '__typename');
    this.#keys.set(place, [...(this.#keys.get(place) ?? []), fields]);
  }
}

function placeOf(service: string, typeName: string): string {
  return `${typeName} ${service}`;
}
