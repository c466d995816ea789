/** An object as a subgraph's JSON gave it, under the keys of the plan. */
export type Fields = Record<string, unknown>;

/** Steps from the root of an answer to a place in it. */
export type Path = (string | number)[];

/** Lists within lists that are entered at most; a subgraph may send any number of them. */
export const nestedLists = 8;

/** True for an object that is not a list; whether an object may stand there is for the schema to say. */
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
