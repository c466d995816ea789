import { write, type Fields } from '../execute/fields.js';

/** A copy of a value of JSON that shares nothing with it that could be written into. */
export function ownCopy<Value>(value: Value): Value {
  // A copy of JSON has the form of the original.
  return copied(value) as Value;
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  // A moment in time, from a subgraph in this process: nothing writes into it.
  if (value instanceof Date) return value;
  const copy: Fields = {};
  for (const [key, member] of Object.entries(value)) write(copy, key, copied(member));
  return copy;
}
