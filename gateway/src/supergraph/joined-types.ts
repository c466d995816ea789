import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { argument, text } from './links.js';

/** An object or interface of the graph as one subgraph has it: once for each of its keys there. */
export interface JoinedType {
  /** Name of the subgraph. */
  readonly service: string;
  /** Name of the subgraph's value in `join__Graph`. */
  readonly graph: string;
  readonly node: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
  /** The `@join__type` that says so. */
  readonly directive: ConstDirectiveNode;
}

/** Every object and interface with every subgraph that has it, in the order of the supergraph. */
export function* joinedTypes(supergraph: DocumentNode): Generator<JoinedType> {
  const names = subgraphNames(supergraph);
  for (const node of supergraph.definitions) {
    const isType =
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
    if (!isType) continue;
    for (const directive of node.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const graph = graphOf(directive);
      const service = names.get(graph);
      if (service !== undefined) yield { service, graph, node, directive };
    }
  }
}

/** The value of `join__Graph` that a directive names; empty where it names none. */
export function graphOf(directive: ConstDirectiveNode): string {
  const graph = argument(directive, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : '';
}

/** The names of subgraphs by the names of their values in `join__Graph`. */
function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
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
