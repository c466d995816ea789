import { Kind, type SelectionSetNode } from 'graphql';
import { isFields } from '../../execute/fields.js';

/** The number that a key's value tells. */
export function numberIn(representation: unknown, keys: readonly string[]): number {
  const found = keys.flatMap((key) => key.match(/\w+/g) ?? []);
  const waiting: unknown[] = [representation];
  while (waiting.length > 0) {
    const next = waiting.shift();
    if (!isFields(next)) continue;
    for (const name of found) {
      const value = next[name];
      if (isFields(value)) waiting.push(value);
      const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      const digits = /(\d{4,})$/.exec(plain)?.[1];
      if (digits) return Number(digits) - 1000;
    }
  }
  throw new Error(`No key tells which ${JSON.stringify(representation)} is.`);
}

/** What a representation gives of what a field requires. */
export function picked(set: SelectionSetNode, from: Record<string, unknown>): unknown {
  const result: Record<string, unknown> = {};
  for (const node of set.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const name = node.typeCondition?.name.value;
      if (name === undefined || from['__typename'] === undefined || from['__typename'] === name) {
        Object.assign(result, picked(node.selectionSet, from));
      }
    }
    if (node.kind !== Kind.FIELD || node.name.value === '__typename') continue;
    if (!Object.hasOwn(from, node.name.value)) continue;
    result[node.name.value] = read(from[node.name.value], node.selectionSet);
  }
  return result;
}

function read(value: unknown, set: SelectionSetNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => read(item, set));
  return set && isFields(value) ? picked(set, value) : value;
}

/** The same value with the keys of its objects in one order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
