import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';

/** What the cells of one column are. */
export type CellKind = 'whole' | 'decimal' | 'boolean' | 'moment' | 'day' | 'text';

const kinds: Readonly<Record<string, CellKind>> = {
  Int: 'whole',
  Float: 'decimal',
  Boolean: 'boolean',
  DateTime: 'moment',
  Date: 'day',
  LocalDate: 'day',
};

/** What the values of a leaf type are in a table; scalars that nobody knows, enums and identifiers are texts. */
export function kindOfLeaf(type: GraphQLScalarType | GraphQLEnumType): CellKind {
  return (isEnumType(type) ? undefined : kinds[type.name]) ?? 'text';
}
