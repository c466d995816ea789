import {
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What is asked of one object, by response key, in the order in which GraphQL prescribes it to be answered. */
export interface Ordered {
  readonly keys: Map<string, Ordered | undefined>;
  /** The types of the fragments in which some of it stands. */
  readonly conditions: Set<string>;
}

/** Selections read of one operation at most: fragments may repeat, and what is longer is not worth it. */
const selectionLimit = 5000;

/** Reads what an operation asks for; undefined where a directive decides about any of it. */
export function orderedSelection(operation: string): Ordered | undefined {
  const document = parse(operation, { noLocation: true });
  const root = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!root) return undefined;
  const reader = new Selections(document);
  const ordered: Ordered = { keys: new Map(), conditions: new Set() };
  return reader.read(root.selectionSet, ordered) ? ordered : undefined;
}

class Selections {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  #read = 0;

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  /** Adds what is selected; false where it is not known for certain. */
  read(set: SelectionSetNode, into: Ordered): boolean {
    return set.selections.every((node) => this.#one(node, into));
  }

  #one(node: SelectionNode, into: Ordered): boolean {
    this.#read += 1;
    if (this.#read > selectionLimit || node.directives?.length) return false;
    if (node.kind === Kind.FIELD) {
      const key = (node.alias ?? node.name).value;
      if (!node.selectionSet) return Boolean(into.keys.set(key, undefined));
      const below = into.keys.get(key) ?? { keys: new Map(), conditions: new Set() };
      into.keys.set(key, below);
      return this.read(node.selectionSet, below);
    }
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
    if (!fragment) return false;
    if (fragment.typeCondition) into.conditions.add(fragment.typeCondition.name.value);
    return this.read(fragment.selectionSet, into);
  }
}
