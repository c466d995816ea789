import { valueFromAST, visit, type FieldNode, type GraphQLArgument, type ValueNode } from 'graphql';
import { isFields } from '../execute/fields.js';
import type { Pricing } from './term.js';

/** The value of an argument of a field in one request, whether it stands there, in a variable or in a default. */
export type ArgumentValue = { constant: unknown } | { of: (pricing: Pricing) => unknown };

/** Compiles the value of an argument. */
export function argumentValue(node: FieldNode, argument: GraphQLArgument): ArgumentValue {
  const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  if (!given) return { constant: argument.defaultValue };
  const read = (variables?: Readonly<Record<string, unknown>>): unknown => {
    const value: unknown = valueFromAST(given, argument.type, variables);
    return value === undefined ? argument.defaultValue : value;
  };
  if (!hasVariable(given)) return { constant: read() };
  return { of: ({ variables }) => read(variables) };
}

/** The number at the end of some steps into a value, with the defaults of input objects. */
export function numberAt(value: unknown, steps: readonly string[]): number | undefined {
  let at = value;
  for (const step of steps) at = isFields(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  return typeof at === 'number' ? Math.max(0, at) : undefined;
}

function hasVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    Variable: () => {
      found = true;
    },
  });
  return found;
}
