import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { isFields, type Fields, type Path } from '../execute/fields.js';
import { isSelected } from './client-operation.js';
import { fieldsOfType } from './fields-of-type.js';
import type { Variant } from './variant.js';

/** A place in a client's answer, and the fields of its operation that ask for what stands there. */
export interface ClientPlace {
  readonly path: Path;
  /** None where the place lies in a list, or the path led on to what the client did not select. */
  readonly nodes: readonly FieldNode[];
}

/**
 * Tells a path of the plan's data in the client's response keys. A step the client did not select (a
 * key or a required field that only the plan reads) ends the path: it is nobody's business outside. A
 * step the client selected of other types than the one that stands there leads nowhere: undefined.
 */
export function clientPlace(variant: Variant, path: Path, data: Fields): ClientPlace | undefined {
  const told: Path = [];
  let asked: readonly FieldNode[] = [];
  let sets: readonly SelectionSetNode[] = [variant.operation.definition.selectionSet];
  let value: unknown = data;
  for (const segment of path) {
    const nodes: FieldNode[] =
      typeof segment === 'number'
        ? []
        : fieldsUnder(variant, sets).filter((node) => variant.keys.of(node) === segment);
    if (typeof segment === 'string') {
      const [first] = nodes;
      if (!first) return { path: told, nodes: [] };
      if (!isSelectedOf(variant, sets, { value, segment })) return undefined;
      told.push(first.alias?.value ?? first.name.value);
      sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    } else {
      told.push(segment);
    }
    asked = nodes;
    value = at(value, segment);
  }
  return { path: told, nodes: asked };
}

function at(value: unknown, segment: string | number): unknown {
  if (Array.isArray(value)) return typeof segment === 'number' ? value[segment] : undefined;
  return isFields(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** True unless the type of the object at hand is known and the client asks this of other types only. */
function isSelectedOf(
  variant: Variant,
  sets: readonly SelectionSetNode[],
  place: { value: unknown; segment: string },
): boolean {
  const name = isFields(place.value) ? place.value['__typename'] : undefined;
  if (typeof name !== 'string' || !variant.types.isConcrete(name)) return true;
  const fields = [...fieldsOfType(variant, name, sets).values()];
  return fields.some(([node]) => node !== undefined && variant.keys.of(node) === place.segment);
}

function fieldsUnder(variant: Variant, sets: readonly SelectionSetNode[]): FieldNode[] {
  const fields: FieldNode[] = [];
  const entered = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isSelected(node, variant.conditions)) continue;
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
