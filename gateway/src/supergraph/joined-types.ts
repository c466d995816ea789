import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { graphOf, joinGraphs } from './join-graph.js';

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
  const names = new Map(joinGraphs(supergraph).map(({ name, graph }) => [graph, name]));
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
