import { type GraphQLSchema, isObjectType } from 'graphql';

import type { Context } from '../context.js';
import type { ReferenceResolver } from '../service.js';

/** What stands for an entity in a question: its type and its key. */
interface Representation {
  readonly __typename: string;
}

/**
 * Lets `_entities` give what references mean without a promise of its own for each; else as Apollo's library does,
 * which still answers what is asked by an interface.
 */
export function resolveEntitiesAtOnce(
  schema: GraphQLSchema,
  references: Readonly<Record<string, ReferenceResolver>>,
): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const usual = field?.resolve;
  if (!field || !usual) return;
  field.resolve = (...call) => {
    const [, given, context] = call;
    // The argument of `_entities`, which GraphQL has read.
    const { representations } = given as { representations: readonly Representation[] };
    const isPlain = ({ __typename }: Representation) => isObjectType(schema.getType(__typename));
    if (!representations.every(isPlain)) return usual(...call);
    return representations.map((representation) => {
      const { __typename: name } = representation;
      const resolve = references[name];
      // Every operation of a service is executed with its context, and with representations of its own types.
      const found = resolve ? resolve(representation as never, context as Context) : representation;
      return found instanceof Promise
        ? found.then((value: unknown) => named(value, name))
        : named(found, name);
    });
  };
}

function named(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!('__typename' in value)) return Object.defineProperty(value, '__typename', { value: name });
  return value.__typename === name ? value : { ...value, __typename: name };
}
