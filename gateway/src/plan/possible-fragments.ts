import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';

const typename: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * An operation without fragments on one concrete type where another stands. Seen with the planner 0.0.38:
 * it writes them for what an `@interfaceObject` requires, and a subgraph refuses the whole operation.
 */
export function withPossibleFragments(text: string, types: SupergraphTypes): string {
  if (!text.includes('...')) return text;
  const document = parse(text, { noLocation: true });
  const pruning = new Pruning(document, types);
  const definitions = document.definitions.map((node) => pruning.definition(node));
  if (!pruning.isChanged) return text;
  return stripIgnoredCharacters(print({ ...document, definitions: spread(definitions) }));
}

class Pruning {
  isChanged = false;
  readonly #types: SupergraphTypes;
  readonly #conditions = new Map<string, string>();

  constructor(document: DocumentNode, types: SupergraphTypes) {
    this.#types = types;
    for (const node of document.definitions) {
      if (node.kind !== Kind.FRAGMENT_DEFINITION) continue;
      this.#conditions.set(node.name.value, node.typeCondition.name.value);
    }
  }

  definition(node: DefinitionNode): DefinitionNode {
    if (node.kind === Kind.OPERATION_DEFINITION) {
      const root = this.#types.schema.getRootType(node.operation)?.name;
      return { ...node, selectionSet: this.#below(node.selectionSet, root) };
    }
    if (node.kind !== Kind.FRAGMENT_DEFINITION) return node;
    return { ...node, selectionSet: this.#below(node.selectionSet, node.typeCondition.name.value) };
  }

  #below(set: SelectionSetNode, type: string | undefined): SelectionSetNode {
    const selections = set.selections.flatMap((node): readonly SelectionNode[] => {
      if (node.kind === Kind.FIELD) return [this.#field(node, type)];
      const isSpread = node.kind === Kind.FRAGMENT_SPREAD;
      const own = isSpread ? this.#conditions.get(node.name.value) : node.typeCondition?.name.value;
      if (own !== type && this.#isConcrete(own) && this.#isConcrete(type)) {
        this.isChanged = true;
        return [];
      }
      if (isSpread) return [node];
      const inner = this.#isConcrete(own) || !this.#isConcrete(type) ? own : type;
      return [{ ...node, selectionSet: this.#below(node.selectionSet, inner) }];
    });
    return { ...set, selections: selections.length > 0 ? selections : [typename] };
  }

  #field(node: FieldNode, parent: string | undefined): FieldNode {
    if (!node.selectionSet) return node;
    const type = parent === undefined ? undefined : this.#types.schema.getType(parent);
    const hasFields = isObjectType(type) || isInterfaceType(type);
    const field = hasFields ? type.getFields()[node.name.value] : undefined;
    const named = field && getNamedType(field.type).name;
    return { ...node, selectionSet: this.#below(node.selectionSet, named) };
  }

  #isConcrete(name: string | undefined): boolean {
    return name !== undefined && this.#types.isConcrete(name);
  }
}

/** The definitions without fragments that are spread nowhere; a subgraph refuses those too. */
function spread(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const used = new Set<string>();
  for (const node of definitions) {
    visit(node, {
      FragmentSpread({ name }) {
        used.add(name.value);
      },
    });
  }
  const left = definitions.filter(
    (node) => node.kind !== Kind.FRAGMENT_DEFINITION || used.has(node.name.value),
  );
  return left.length < definitions.length ? spread(left) : left;
}
