import { Kind, type DocumentNode } from 'graphql';
import { argument, text } from './links.js';

/** Tells which objects and interfaces each subgraph has, and which of them are interfaces in the graph and objects there. */
export class ServiceTypes {
  readonly #types = new Map<string, Set<string>>();
  readonly #interfaceObjects = new Set<string>();

  constructor(supergraph: DocumentNode) {
    const names = subgraphNames(supergraph);
    for (const node of supergraph.definitions) {
      const isType =
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
      if (!isType) continue;
      for (const directive of node.directives ?? []) {
        if (directive.name.value !== 'join__type') continue;
        const graph = argument(directive, 'graph');
        const service = graph?.kind === Kind.ENUM ? names.get(graph.value) : undefined;
        if (service === undefined) continue;
        const isObject = argument(directive, 'isInterfaceObject');
        if (isObject?.kind === Kind.BOOLEAN && isObject.value) {
          this.#interfaceObjects.add(`${service} ${node.name.value}`);
        }
        const types = this.#types.get(service) ?? new Set();
        this.#types.set(service, types.add(node.name.value));
      }
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

/** The names of subgraphs by the names of their values in `join__Graph`. */
export function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { name, directives } of node.values ?? []) {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      const subgraph = graph && text(argument(graph, 'name'));
      if (subgraph !== undefined) names.set(name.value, subgraph);
    }
  }
  return names;
}
