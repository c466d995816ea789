import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';

/** What a leaf became: a value, null, or undefined where a subgraph sent what the type cannot be. */
export type Leaf = (value: unknown) => unknown;

const builtIn: Readonly<Record<string, Leaf>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Int: (value) => (Number.isInteger(value) ? value : undefined),
  Float: (value) => (typeof value === 'number' ? value : undefined),
  ID: (value) => {
    if (typeof value === 'string') return value;
    return Number.isInteger(value) ? String(value) : undefined;
  },
};

const asSent: Leaf = (value) => value;

/** Compiles a leaf type; scalars of a department's own pass as they were sent. */
export function leafOf(type: GraphQLScalarType | GraphQLEnumType): Leaf {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === 'string' && names.has(value) ? value : undefined);
  }
  return builtIn[type.name] ?? asSent;
}
