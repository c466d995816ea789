import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type DefinitionNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Permissions } from '../supergraph/permissions.js';
import type { ServiceTypes } from '../supergraph/service-types.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { Operation, PlanStep } from './planner.js';

/** What is known of the graph that was planned for. */
export interface PlannedGraph {
  readonly types: SupergraphTypes;
  readonly serviceTypes: ServiceTypes;
}

/**
 * A plan from which every field that the caller may not see is taken out once more. Seen with the planner
 * 0.0.38: what an operation asks of some types of an interface, it asks of the whole interface.
 */
export function prunedPlan(
  step: PlanStep,
  permissions: Permissions,
  graph: PlannedGraph,
): PlanStep {
  if (permissions.isComplete) return step;
  const pruned = (inner: PlanStep): PlanStep => prunedPlan(inner, permissions, graph);
  switch (step.kind) {
    case 'sequence':
    case 'parallel':
      return { ...step, steps: step.steps.map(pruned) };
    case 'condition':
      return {
        ...step,
        ...(step.whenTrue ? { whenTrue: pruned(step.whenTrue) } : {}),
        ...(step.whenFalse ? { whenFalse: pruned(step.whenFalse) } : {}),
      };
    default: {
      const text = new Pruning(step.operation, permissions, graph).text();
      return { ...step, operation: { ...step.operation, text } };
    }
  }
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

class Pruning {
  readonly #operation: Operation;
  readonly #permissions: Permissions;
  readonly #graph: PlannedGraph;
  #isChanged = false;

  constructor(operation: Operation, permissions: Permissions, graph: PlannedGraph) {
    this.#operation = operation;
    this.#permissions = permissions;
    this.#graph = graph;
  }

  text(): string {
    const document = parse(this.#operation.text, { noLocation: true });
    const definitions = document.definitions.map((node) => this.#definition(node));
    if (!this.#isChanged) return this.#operation.text;
    return stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions }));
  }

  #definition(node: DefinitionNode): DefinitionNode {
    if (node.kind === Kind.FRAGMENT_DEFINITION) {
      return { ...node, selectionSet: this.#set(node.selectionSet, node.typeCondition.name.value) };
    }
    if (node.kind !== Kind.OPERATION_DEFINITION) return node;
    const root = this.#graph.types.schema.getRootType(node.operation);
    return { ...node, selectionSet: this.#set(node.selectionSet, root?.name) };
  }

  #set({ selections }: SelectionSetNode, parent: string | undefined): SelectionSetNode {
    const left = selections.flatMap((node): readonly SelectionNode[] => {
      if (node.kind === Kind.FIELD) return this.#field(node, parent);
      if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
      const inner = node.typeCondition?.name.value ?? parent;
      return [{ ...node, selectionSet: this.#set(node.selectionSet, inner) }];
    });
    return { kind: Kind.SELECTION_SET, selections: left.length > 0 ? left : [typename] };
  }

  #field(node: FieldNode, parent: string | undefined): readonly SelectionNode[] {
    const { selectionSet } = node;
    const inner = this.#typeOf(parent, node.name.value);
    const field: FieldNode = selectionSet
      ? { ...node, selectionSet: this.#set(selectionSet, inner) }
      : node;
    const name = node.name.value;
    if (parent === undefined || name === '_entities' || name.startsWith('__')) return [field];
    const possible = this.#possible(parent);
    const seen = possible.filter((type) => !this.#permissions.selectionDenial(type, node));
    if (seen.length === possible.length) return [field];
    const { service } = this.#operation;
    const { serviceTypes } = this.#graph;
    // It does not know the types apart: what it says of one that may not be seen is never shown.
    if (serviceTypes.isInterfaceObject(service, parent) && seen.length > 0) return [field];
    this.#isChanged = true;
    return seen
      .filter((type) => type !== parent && serviceTypes.has(service, type))
      .map((type) => ({
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
        selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
      }));
  }

  #possible(typeName: string): readonly string[] {
    const { schema } = this.#graph.types;
    const type = schema.getType(typeName);
    return isAbstractType(type)
      ? schema.getPossibleTypes(type).map(({ name }) => name)
      : [typeName];
  }

  #typeOf(parent: string | undefined, fieldName: string): string | undefined {
    const type = parent === undefined ? undefined : this.#graph.types.schema.getType(parent);
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const field = type.getFields()[fieldName];
    return field && getNamedType(field.type).name;
  }
}
