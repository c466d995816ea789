import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import { leafOf } from './leaf.js';

/** Writes a value as JSON; undefined where it is nothing that could simply be written. */
export type Write = (value: unknown) => string | undefined;

// Nothing that JSON writes otherwise than as it is: quotes, backslashes, control characters, halves of pairs.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A string as JSON. */
export function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}

const builtIn: Readonly<Record<string, Write>> = {
  String: (value) => (typeof value === 'string' ? quoted(value) : undefined),
  Boolean: (value) => (value === true ? 'true' : value === false ? 'false' : undefined),
  Int: (value) => (typeof value === 'number' && value === (value | 0) ? `${value}` : undefined),
  ID: (value) => {
    if (typeof value === 'string') return quoted(value);
    return Number.isSafeInteger(value) ? `"${String(value)}"` : undefined;
  },
};

/** Compiles how a leaf of a type is written, for values the type can be. */
export function writtenLeafOf(type: GraphQLScalarType | GraphQLEnumType): Write {
  if (isEnumType(type)) {
    const names = new Map<unknown, string>(
      type.getValues().map(({ name }) => [name, quoted(name)]),
    );
    return (value) => names.get(value);
  }
  const leaf = leafOf(type);
  return (
    builtIn[type.name] ??
    ((value) => {
      const allowed = leaf(value);
      return allowed === undefined ? undefined : JSON.stringify(allowed);
    })
  );
}
