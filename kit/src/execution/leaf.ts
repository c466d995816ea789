import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** Brings a value that is not null into the form in which a leaf is told; throws where it cannot be one. */
export type WriteLeaf = (value: unknown) => unknown;

/** Values of the scalars of the specification that are told as they are. */
const isTold: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => typeof value === 'number' && value === (value | 0),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
};

/** Works out how a leaf is written: nearly every value is beyond doubt, of the others its type decides. */
export function leafOf(type: GraphQLLeafType): WriteLeaf {
  const serialized = (value: unknown): unknown => {
    const written: unknown = type.serialize(value);
    if (written === null || written === undefined)
      throw new TypeError(`A value of ${type.name} cannot be told.`);
    return written;
  };
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, name]));
    return (value) => names.get(value) ?? serialized(value);
  }
  const told = isSpecifiedScalarType(type) ? isTold[type.name] : undefined;
  return told ? (value) => (told(value) ? value : serialized(value)) : serialized;
}
