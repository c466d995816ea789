import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isType,
} from 'graphql';

/** How the type of what is answered changed, in the eyes of who reads it. */
export type OutputStep = 'same' | 'safe' | 'nullable' | 'changed';

/** Compares the types of a field: one that may be null now and could not be before is told apart. */
export function outputStep(
  before: GraphQLOutputType,
  after: GraphQLOutputType,
  schema: GraphQLSchema,
): OutputStep {
  if (String(before) === String(after)) return 'same';
  if (isNonNullType(after)) {
    const inner = isNonNullType(before) ? before.ofType : before;
    const step = outputStep(inner, after.ofType, schema);
    return step === 'same' ? 'safe' : step;
  }
  if (isNonNullType(before)) {
    return outputStep(before.ofType, after, schema) === 'changed' ? 'changed' : 'nullable';
  }
  if (isListType(before) && isListType(after))
    return outputStep(before.ofType, after.ofType, schema);
  return isNarrower(before, after, schema) ? 'safe' : 'changed';
}

function isNarrower(
  before: GraphQLOutputType,
  after: GraphQLOutputType,
  schema: GraphQLSchema,
): boolean {
  const [wide, narrow] = [before, after].map((type) => schema.getType(String(type)));
  if (!isAbstractType(wide) || !isType(narrow)) return false;
  // A type that is neither object nor interface is a subtype of nothing.
  return schema.isSubType(wide, narrow as Parameters<GraphQLSchema['isSubType']>[1]);
}

/** True when everything that could be given before may still be given. */
export function takesAsMuch(before: GraphQLInputType, after: GraphQLInputType): boolean {
  if (isNonNullType(after))
    return isNonNullType(before) && takesAsMuch(before.ofType, after.ofType);
  if (isNonNullType(before)) return takesAsMuch(before.ofType, after);
  // One value may be given for a list of one.
  if (isListType(after) && !isListType(before)) return takesAsMuch(before, after.ofType);
  if (isListType(after) && isListType(before)) return takesAsMuch(before.ofType, after.ofType);
  return String(before) === String(after);
}

/** The kind of a type as GraphQL calls it. */
export function kindOf(type: GraphQLNamedType): string {
  return type.constructor.name.replace(/^GraphQL|Type$/g, '').toLowerCase();
}
