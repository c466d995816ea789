import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';
import type { EntityGroup, Operation, Required } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { reader, type Fields } from './fields.js';

/** True unless an answer is seen to be about another entity than the one that was asked for. */
export type IsAsked = (asked: Fields, answered: Fields) => boolean;

/** A fetch of entities that says which ones it got, and how to look at that, by the alias of each group. */
export interface IdentifiedFetch {
  text: string;
  isAsked: ReadonlyMap<string, IsAsked>;
  /** The fields that are asked for on top of the plan's. */
  keys: ReadonlySet<string>;
}

type KeyRead = (fields: Fields) => unknown;

/**
 * Lets a fetch of entities ask for their keys too. Entities come back by position alone, so a subgraph
 * that loses the order would give one entity the fields of another and nobody would see it.
 */
export function identified(
  { service, text }: Operation,
  groups: readonly EntityGroup[],
  types: SupergraphTypes,
): IdentifiedFetch {
  const document = parse(text, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const isAsked = new Map<string, IsAsked>();
  const names = new Set<string>();
  const widened = widen(document, (field) => {
    const group = groups.find(({ alias }) => alias === (field.alias ?? field.name).value);
    if (!group) return [];
    const keys = keysOf(field, group, { service, fragments, types });
    if (keys.size > 0) isAsked.set(group.alias, comparing(keys, types));
    for (const name of [...keys.values()].flat()) names.add(name);
    return [...keys].map(([type, names]) => fragmentOf(type, names));
  });
  if (isAsked.size === 0) return { text, isAsked, keys: names };
  return { text: stripIgnoredCharacters(print(widened)), isAsked, keys: names };
}

function widen(
  document: DocumentNode,
  additions: (field: FieldNode) => InlineFragmentNode[],
): DocumentNode {
  const widened = (node: SelectionNode): SelectionNode => {
    if (node.kind !== Kind.FIELD || !node.selectionSet) return node;
    const selections = [...node.selectionSet.selections, ...additions(node)];
    return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  };
  return {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.map((node) => {
      if (node.kind !== Kind.OPERATION_DEFINITION) return node;
      const selections = node.selectionSet.selections.map(widened);
      return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
    }),
  };
}

interface Known {
  service: string;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  types: SupergraphTypes;
}

/** The key to ask for, by the type the fetch asks for; none where the answer has no room for it. */
function keysOf(
  field: FieldNode,
  group: EntityGroup,
  { service, fragments, types }: Known,
): ReadonlyMap<string, readonly string[]> {
  const conditions = new Set<string>();
  const taken = new Map<string, string>();
  const read = (nodes: readonly SelectionNode[], isTop: boolean): void => {
    for (const node of nodes) {
      if (node.kind === Kind.FIELD) {
        taken.set((node.alias ?? node.name).value, node.name.value);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (isTop && condition !== undefined) conditions.add(condition);
      if (fragment) read(fragment.selectionSet.selections, false);
    }
  };
  read(field.selectionSet?.selections ?? [], true);
  const isRewritten = group.inputRewrites.some(({ path }) => path.at(-1) !== '__typename');
  const found = new Map<string, readonly string[]>();
  for (const type of isRewritten ? [] : conditions) {
    const sent = sentOf(group.requires, type, types);
    const key = types.entityKeys
      .of(service, type)
      .find((names) => names.every((name) => sent.has(name) && (taken.get(name) ?? name) === name));
    if (key) found.set(type, key);
  }
  return found;
}

/** The plain fields that represent an entity of one type under their own names. */
function sentOf(
  requires: readonly Required[],
  type: string,
  types: SupergraphTypes,
): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (selections: readonly Required[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'field') {
        if (!selection.selections && selection.read === selection.write) names.add(selection.read);
        continue;
      }
      const fits =
        types.satisfying(selection.type).has(type) || types.satisfying(type).has(selection.type);
      if (fits) collect(selection.selections);
    }
  };
  collect(requires);
  return names;
}

function comparing(keys: ReadonlyMap<string, readonly string[]>, types: SupergraphTypes): IsAsked {
  const reads = new Map<string, readonly KeyRead[]>();
  const readsOf = (typeName: string): readonly KeyRead[] => {
    const known = reads.get(typeName);
    if (known) return known;
    const names = [...keys].flatMap(([type, key]) =>
      types.satisfying(type).has(typeName) ? key : [],
    );
    const made = [...new Set(names)].map(reader);
    reads.set(typeName, made);
    return made;
  };
  return (asked, answered) => {
    for (const read of readsOf(String(asked['__typename']))) {
      const sent = read(asked);
      // What was not sent was asked for by another key.
      if (sent === null || sent === undefined) continue;
      if (!isSame(sent, read(answered))) return false;
    }
    return true;
  };
}

/** True for equal keys; one subgraph may write as a number what the other writes as text, and null tells nothing. */
function isSame(sent: unknown, got: unknown): boolean {
  if (sent === got || got === null) return true;
  const isPlain = typeof got === 'string' || typeof got === 'number';
  return isPlain && String(sent) === String(got);
}

function fragmentOf(type: string, names: readonly string[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: names.map((value) => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } })),
    },
  };
}
