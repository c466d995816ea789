import { Kind, type DocumentNode } from 'graphql';
import { joinedTypes } from './joined-types.js';
import { argument } from './links.js';

/** Tells which objects and interfaces each subgraph has, and which of them are interfaces in the graph and objects there. */
export class ServiceTypes {
  readonly #types = new Map<string, Set<string>>();
  readonly #interfaceObjects = new Set<string>();

  constructor(supergraph: DocumentNode) {
    for (const { service, node, directive } of joinedTypes(supergraph)) {
      const isObject = argument(directive, 'isInterfaceObject');
      if (isObject?.kind === Kind.BOOLEAN && isObject.value) {
        this.#interfaceObjects.add(`${service} ${node.name.value}`);
      }
      const types = this.#types.get(service) ?? new Set();
      this.#types.set(service, types.add(node.name.value));
    }
  }

  /** True when a subgraph knows a type by this name. */
  has(service: string, typeName: string): boolean {
    return this.#types.get(service)?.has(typeName) ?? false;
  }

  /** True when a type is an `@interfaceObject` in a subgraph: it knows nothing of the types behind it. */
  isInterfaceObject(service: string, typeName: string): boolean {
    return this.#interfaceObjects.has(`${service} ${typeName}`);
  }
}
