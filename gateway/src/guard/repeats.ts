import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How often the response key that stands most often at one place of an operation stands there, fragments
 * spread and fields of one key taken together whatever their type. Validation compares all of them with
 * each other, so its time grows with the square of this. Only for operations whose size has been limited.
 */
export function mostRepeats(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  // What has no end cannot be counted; validation refuses it.
  if (hasRing(fragments)) return 0;
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  return Math.max(0, ...operations.map(({ selectionSet }) => repeats([selectionSet], fragments)));
}

function hasRing(fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  const done = new Set<string>();
  const open = new Set<string>();
  const leadsBack = (name: string): boolean => {
    if (open.has(name)) return true;
    const fragment = fragments.get(name);
    if (!fragment || done.has(name)) return false;
    open.add(name);
    const found = spreadsIn(fragment).some(leadsBack);
    open.delete(name);
    done.add(name);
    return found;
  };
  return [...fragments.keys()].some(leadsBack);
}

function spreadsIn(fragment: FragmentDefinitionNode): string[] {
  const names: string[] = [];
  visit(fragment, {
    FragmentSpread({ name }) {
      names.push(name.value);
    },
  });
  return names;
}

function repeats(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const counts = new Map<string, number>();
  const below = new Map<string, SelectionSetNode[]>();
  // As validation does it: a fragment that is spread again at the same place adds nothing.
  const entered = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        collect(node.selectionSet);
      } else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const name = node.name.value;
        const fragment = fragments.get(name);
        if (!fragment || entered.has(name)) continue;
        entered.add(name);
        collect(fragment.selectionSet);
      } else {
        const key = (node.alias ?? node.name).value;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const inner = below.get(key) ?? [];
        if (node.selectionSet) inner.push(node.selectionSet);
        below.set(key, inner);
      }
    }
  };
  sets.forEach(collect);
  const deeper = [...below.values()].filter((inner) => inner.length > 0);
  return Math.max(0, ...counts.values(), ...deeper.map((inner) => repeats(inner, fragments)));
}
