/** An object as a subgraph's JSON gave it, under the keys of the plan. */
export type Fields = Record<string, unknown>;

/** Steps from the root of an answer to a place in it. */
export type Path = (string | number)[];

/** True for an object that is not a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one key of any object, blind to what every object inherits (`constructor`, `__proto__`). */
export function reader(key: string): (fields: Fields) => unknown {
  if (key in Object.prototype) {
    return (fields) => (Object.hasOwn(fields, key) ? fields[key] : undefined);
  }
  return (fields) => fields[key];
}

/** Writes one key of any object; `__proto__` becomes a plain key like the others. */
export function write(fields: Fields, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(fields, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    fields[key] = value;
  }
}

/** A copy that shares no object or list with the original. */
export function copyOf<Value>(value: Value): Value {
  // Both branches rebuild the same shape, which the compiler cannot see.
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const key of Object.keys(value)) write(copy, key, copyOf(value[key]));
  // The same shape as above.
  return copy as Value;
}
