import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isSelected } from './client-operation.js';
import type { Variant } from './variant.js';

const typenameOnly: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * The document that is planned: the client's operation without what is skipped, what the caller may
 * not see and what the gateway answers itself. Undefined when nothing is left to ask.
 */
export function plannedDocument(variant: Variant): string | undefined {
  return new Pruning(variant).document();
}

class Pruning {
  readonly #variant: Variant;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #rootName: string;

  constructor(variant: Variant) {
    this.#variant = variant;
    const root = variant.apiSchema.getRootType(variant.operation.definition.operation);
    this.#rootName = root?.name ?? '';
  }

  document(): string | undefined {
    const { definition } = this.#variant.operation;
    const root = this.#variant.apiSchema.getType(this.#rootName);
    if (!root) return undefined;
    const selections = this.#selections(definition.selectionSet, root);
    if (!this.#asksAnything(selections)) return undefined;
    const definitions: DefinitionNode[] = [operationOf(definition, setOf(selections))];
    return print({
      kind: Kind.DOCUMENT,
      definitions: [...definitions, ...this.#fragments.values()],
    });
  }

  #asksAnything(selections: readonly SelectionNode[]): boolean {
    return selections.some((node) => {
      if (node.kind === Kind.FIELD) return node.name.value !== '__typename';
      const inner =
        node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      return inner !== undefined && this.#asksAnything(inner.selectionSet.selections);
    });
  }

  #set(set: SelectionSetNode, parent: GraphQLNamedType): SelectionSetNode {
    return setOf(this.#selections(set, parent));
  }

  #selections(set: SelectionSetNode, parent: GraphQLNamedType): SelectionNode[] {
    return set.selections.flatMap((node): SelectionNode[] => {
      if (!isSelected(node, this.#variant.conditions)) return [];
      if (node.kind === Kind.FIELD) return this.#field(node, parent);
      if (node.kind === Kind.INLINE_FRAGMENT) return [this.#inline(node, parent)];
      this.#fragment(node.name.value);
      return [{ kind: Kind.FRAGMENT_SPREAD, name: node.name }];
    });
  }

  #inline(node: InlineFragmentNode, parent: GraphQLNamedType): InlineFragmentNode {
    const { typeCondition } = node;
    const named = typeCondition && this.#variant.apiSchema.getType(typeCondition.name.value);
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(typeCondition ? { typeCondition } : {}),
      selectionSet: this.#set(node.selectionSet, named ?? parent),
    };
  }

  #fragment(name: string): void {
    const node = this.#variant.operation.fragments.get(name);
    const type = node && this.#variant.apiSchema.getType(node.typeCondition.name.value);
    if (!node || !type || this.#fragments.has(name)) return;
    this.#fragments.set(name, {
      kind: Kind.FRAGMENT_DEFINITION,
      name: node.name,
      typeCondition: node.typeCondition,
      selectionSet: this.#set(node.selectionSet, type),
    });
  }

  #field(node: FieldNode, parent: GraphQLNamedType): SelectionNode[] {
    const name = node.name.value;
    if (name === '__typename') return parent.name === this.#rootName ? [] : [typenameOnly];
    if (name.startsWith('__')) return [];
    const field = this.#planned(node, parent);
    const possible = this.#possible(parent);
    const { permissions } = this.#variant;
    const seen = possible.filter((type) => !permissions.selectionDenial(type, node));
    if (seen.length === possible.length) return [field];
    return seen.map((type) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
      selectionSet: setOf([field]),
    }));
  }

  #planned(node: FieldNode, parent: GraphQLNamedType): FieldNode {
    const key = this.#variant.keys.of(node);
    const below = node.selectionSet && this.#below(node, parent, node.selectionSet);
    return {
      kind: Kind.FIELD,
      name: node.name,
      ...(key === node.name.value ? {} : { alias: { kind: Kind.NAME, value: key } }),
      ...(node.arguments ? { arguments: node.arguments } : {}),
      ...(below ? { selectionSet: below } : {}),
    };
  }

  #below(node: FieldNode, parent: GraphQLNamedType, set: SelectionSetNode): SelectionSetNode {
    const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
    const field = fields[node.name.value];
    return field ? this.#set(set, getNamedType(field.type)) : set;
  }

  #possible(type: GraphQLNamedType): readonly string[] {
    if (!isAbstractType(type)) return [type.name];
    return this.#variant.apiSchema.getPossibleTypes(type).map(({ name }) => name);
  }
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: selections.length > 0 ? selections : [typenameOnly],
  };
}

function operationOf(
  definition: OperationDefinitionNode,
  selectionSet: SelectionSetNode,
): OperationDefinitionNode {
  const { operation, name, variableDefinitions } = definition;
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation,
    ...(name ? { name } : {}),
    ...(variableDefinitions ? { variableDefinitions } : {}),
    selectionSet,
  };
}
