import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type SelectionSetNode,
} from 'graphql';
import { isSelected } from './client-operation.js';
import type { Variant } from './variant.js';

/** An operation whose conditions are decided, and the schema it is read against. */
export type Selected = Pick<Variant, 'conditions' | 'apiSchema' | 'operation'>;

/** The fields selected of data of one type, by response key; fields of one key stand together. */
export function fieldsOfType(
  variant: Selected,
  typeName: string,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const entered = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isSelected(node, variant.conditions)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = fields.get(key);
        if (known) known.push(node);
        else fields.set(key, [node]);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT
          ? node
          : variant.operation.fragments.get(node.name.value);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (entered.has(node.name.value)) continue;
        entered.add(node.name.value);
      }
      if (fragment && applies(variant, typeName, fragment.typeCondition?.name.value)) {
        collect(fragment.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  return fields;
}

function applies(variant: Selected, typeName: string, condition: string | undefined): boolean {
  if (condition === undefined || condition === typeName) return true;
  const type = variant.apiSchema.getType(typeName);
  const wanted = variant.apiSchema.getType(condition);
  if (!isAbstractType(wanted)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && variant.apiSchema.isSubType(wanted, type);
}
