import { write, type Fields } from '../execute/fields.js';

/** A copy that nobody can change, and about how many bytes of memory it takes. */
export interface Frozen<Value> {
  copy: Value;
  bytes: number;
}

/**
 * Copies a value of JSON so that it shares nothing with the original and cannot be changed to its last leaf:
 * whoever is given it cannot change what others are given. What is an object in this process and text in JSON
 * (a moment in time) becomes the text.
 */
export function frozen<Value>(value: Value): Frozen<Value> {
  const { copy, bytes } = frozenAny(value);
  // A copy of JSON has the form of the original.
  return { copy: copy as Value, bytes };
}

function frozenAny(value: unknown): Frozen<unknown> {
  if (typeof value === 'string') return { copy: value, bytes: 16 + value.length * 2 };
  if (typeof value !== 'object' || value === null) return { copy: value, bytes: 8 };
  if (Array.isArray(value)) return frozenList(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return frozenAny(value.toJSON());
  return frozenFields(value);
}

function frozenList(items: readonly unknown[]): Frozen<unknown> {
  let bytes = 32;
  const list = items.map((item) => {
    const inner = frozenAny(item);
    bytes += 8 + inner.bytes;
    return inner.copy;
  });
  return { copy: Object.freeze(list), bytes };
}

function frozenFields(fields: object): Frozen<unknown> {
  let bytes = 32;
  const copy: Fields = {};
  for (const [key, member] of Object.entries(fields)) {
    const inner = frozenAny(member);
    bytes += 16 + inner.bytes;
    write(copy, key, inner.copy);
  }
  return { copy: Object.freeze(copy), bytes };
}
