import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';

/** What a leaf became: a value, null, or undefined where a subgraph sent what the type cannot be. */
export type Leaf = (value: unknown) => unknown;

const builtIn: Readonly<Record<string, Leaf>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Int: (value) => (typeof value === 'number' && value === (value | 0) ? value : undefined),
  Float: (value) => (Number.isFinite(value) ? value : undefined),
  ID: (value) => {
    if (typeof value === 'string') return value;
    // Beyond these a number has been rounded on its way, and would name something else.
    return Number.isSafeInteger(value) ? String(value) : undefined;
  },
};

/** Levels of an object that a scalar of a department's own may have. */
const levels = 64;

const asSent: Leaf = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return isShallow(value, levels) ? value : undefined;
};

/** What a subgraph in this process may hold and JSON may not. */
const unwritable: ReadonlySet<string> = new Set(['bigint', 'function', 'symbol']);

/** True when a value has no more than some levels and nothing that JSON has no word for, so that it can be written out. */
function isShallow(value: unknown, allowed: number): boolean {
  if (typeof value !== 'object' || value === null) return !unwritable.has(typeof value);
  return allowed > 0 && Object.values(value).every((each) => isShallow(each, allowed - 1));
}

/** Compiles a leaf type; scalars of a department's own pass as they were sent. */
export function leafOf(type: GraphQLScalarType | GraphQLEnumType): Leaf {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === 'string' && names.has(value) ? value : undefined);
  }
  return builtIn[type.name] ?? asSent;
}
