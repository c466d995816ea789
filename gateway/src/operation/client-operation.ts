import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** One operation of a client's document, valid for the schema it was read against. */
export interface ClientOperation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that decide about `@skip` and `@include` somewhere in the document. */
  readonly conditionVariables: readonly string[];
}

/** Splits a valid document into its operations, each under its name ('' for the one without). */
export function operationsOf(document: DocumentNode): ReadonlyMap<string, ClientOperation> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const conditionVariables = conditionVariablesOf(document);
  const operations = new Map<string, ClientOperation>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    operations.set(definition.name?.value ?? '', { definition, fragments, conditionVariables });
  }
  return operations;
}

function conditionVariablesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const condition = isCondition(node.name.value) && node.arguments?.[0]?.value;
      if (condition && condition.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names].sort();
}

/** The values of the variables that decide about `@skip` and `@include`. */
export type Conditions = Readonly<Record<string, boolean>>;

/** Tells an operation of a document, under some conditions, from the document's others. */
export function variantKey(selected: {
  operation: ClientOperation;
  conditions: Conditions;
}): string {
  const name = selected.operation.definition.name?.value ?? '';
  const bits = Object.values(selected.conditions).map((holds) => (holds ? '1' : '0'));
  return `${name}:${bits.join('')}`;
}

/** True when a selection is left after its `@skip` and `@include` were decided. */
export function isSelected(node: SelectionNode, conditions: Conditions): boolean {
  for (const directive of node.directives ?? []) {
    const name = directive.name.value;
    if (!isCondition(name)) continue;
    const value = directive.arguments?.[0]?.value;
    const holds =
      value?.kind === Kind.BOOLEAN
        ? value.value
        : value?.kind === Kind.VARIABLE && conditions[value.name.value] === true;
    if (holds === (name === 'skip')) return false;
  }
  return true;
}

function isCondition(directive: string): boolean {
  return directive === 'skip' || directive === 'include';
}
