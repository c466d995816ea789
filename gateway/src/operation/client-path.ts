import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Path } from '../execute/fields.js';
import type { Variant } from './variant.js';

/**
 * Tells a path of the plan's data in the client's response keys. A step the client did not select (a
 * key or a required field that only the plan reads) ends the path: it is nobody's business outside.
 */
export function clientPath(variant: Variant, path: Path): Path {
  const told: Path = [];
  let sets: readonly SelectionSetNode[] = [variant.operation.definition.selectionSet];
  for (const segment of path) {
    if (typeof segment === 'number') {
      told.push(segment);
      continue;
    }
    const nodes = fieldsUnder(variant, sets).filter((node) => variant.keys.of(node) === segment);
    const [first] = nodes;
    if (!first) break;
    told.push(first.alias?.value ?? first.name.value);
    sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return told;
}

function fieldsUnder(variant: Variant, sets: readonly SelectionSetNode[]): FieldNode[] {
  const fields: FieldNode[] = [];
  const entered = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) fields.push(node);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      else if (!entered.has(node.name.value)) {
        entered.add(node.name.value);
        const fragment = variant.operation.fragments.get(node.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  return fields;
}
