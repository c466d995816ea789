import {
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Path } from './fields.js';

/** The response keys one subgraph operation asks for, with the type they are asked of and what is below. */
export interface SelectedKey {
  key: string;
  /** The type condition the key stands under, if any. */
  type: string | undefined;
  /** What is selected below, or undefined for a leaf. */
  below: readonly SelectedKey[] | undefined;
}

/** Reads the response keys of an operation that a planner wrote; a fragment is read once. */
export function selectedKeys(operation: string): readonly SelectedKey[] {
  const document = parse(operation, { noLocation: true });
  const root = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return root ? new Reading(document).keys(root.selectionSet, undefined) : [];
}

/** True when the steps of a path in an answer lead along keys that were asked for, to one of them. */
export function isAlong(selected: readonly SelectedKey[], path: Path): boolean {
  let below = selected;
  for (const segment of path) {
    if (typeof segment === 'number') continue;
    const found = below.filter(({ key }) => key === segment);
    if (found.length === 0) return false;
    below = found.flatMap((each) => each.below ?? []);
  }
  return typeof path.at(-1) === 'string';
}

class Reading {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #read = new Map<string, readonly SelectedKey[]>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  keys(set: SelectionSetNode, type: string | undefined): readonly SelectedKey[] {
    return set.selections.flatMap((node): readonly SelectedKey[] => {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet && this.keys(node.selectionSet, undefined);
        return [{ key: node.alias?.value ?? node.name.value, type, below }];
      }
      if (node.kind === Kind.INLINE_FRAGMENT) {
        return this.keys(node.selectionSet, node.typeCondition?.name.value ?? type);
      }
      return this.#fragment(node.name.value);
    });
  }

  #fragment(name: string): readonly SelectedKey[] {
    const read = this.#read.get(name);
    if (read) return read;
    const fragment = this.#fragments.get(name);
    const keys = fragment
      ? this.keys(fragment.selectionSet, fragment.typeCondition.name.value)
      : [];
    this.#read.set(name, keys);
    return keys;
  }
}
