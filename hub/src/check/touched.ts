import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  visit,
  visitWithTypeInfo,
} from 'graphql';

import type { Change } from './change.js';

/** The places of a graph that a document touches. */
export interface Touched {
  /** Fields it asks for, as `Type.field`, of interfaces also as those of each type they may be. */
  readonly fields: ReadonlySet<string>;
  /** Arguments it gives, as `Type.field(argument:)`. */
  readonly arguments: ReadonlySet<string>;
  /** Types it reads, spreads, or gives by variables. */
  readonly types: ReadonlySet<string>;
}

/** Finds what a valid document touches of a graph. */
export function touchedBy(document: DocumentNode, schema: GraphQLSchema): Touched {
  const fields = new Set<string>();
  const given = new Set<string>();
  const types = new Set<string>();
  const info = new TypeInfo(schema);
  const give = (type: GraphQLNamedType | undefined): void => {
    if (!type || types.has(type.name)) return;
    types.add(type.name);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) give(getNamedType(field.type));
  };
  const walk = visitWithTypeInfo(info, {
    Field() {
      const [parent, field] = [info.getParentType(), info.getFieldDef()];
      if (!parent || !field) return;
      const named = getNamedType(field.type);
      types.add(named.name);
      for (const name of namesOf(parent, schema)) fields.add(`${name}.${field.name}`);
      types.add(parent.name);
    },
    Argument(node) {
      const [parent, field, argument] = [
        info.getParentType(),
        info.getFieldDef(),
        info.getArgument(),
      ];
      if (!parent || !field || !argument) return;
      for (const name of namesOf(parent, schema))
        given.add(`${name}.${field.name}(${argument.name}:)`);
      // What is written out is validated; what a variable will hold nobody knows.
      if (JSON.stringify(node.value).includes('"Variable"')) give(getNamedType(argument.type));
    },
    InlineFragment: () => void types.add(info.getType()?.toString() ?? ''),
    FragmentDefinition: () => void types.add(info.getType()?.toString() ?? ''),
  });
  visit(document, walk);
  return { fields, arguments: given, types };
}

function namesOf(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  if (!isAbstractType(type)) return [type.name];
  return [type.name, ...schema.getPossibleTypes(type).map(({ name }) => name)];
}

/** True when whoever asks a document may feel a change. */
export function feels(touched: Touched, { kind, coordinate }: Change): boolean {
  const [type = ''] = coordinate.split('.');
  switch (kind) {
    case 'TYPE_REMOVED':
    case 'TYPE_KIND_CHANGED':
    case 'MEMBER_REMOVED':
    case 'MEMBER_ADDED':
    case 'ENUM_VALUE_REMOVED':
    case 'ENUM_VALUE_ADDED':
    case 'INPUT_FIELD_REMOVED':
    case 'INPUT_FIELD_REQUIRED':
    case 'INPUT_FIELD_TYPE_CHANGED':
      return touched.types.has(type);
    case 'FIELD_REMOVED':
    case 'FIELD_TYPE_CHANGED':
    case 'FIELD_MADE_NULLABLE':
    case 'FIELD_MADE_PROTECTED':
    case 'FIELD_MAY_BE_NULL':
      return touched.fields.has(coordinate);
    case 'ARGUMENT_REMOVED':
    case 'ARGUMENT_TYPE_CHANGED':
      return touched.arguments.has(coordinate);
    case 'ARGUMENT_REQUIRED':
    case 'DEFAULT_CHANGED':
      return isAssumed(touched, coordinate);
  }
}

/** A default matters to who does not give what it stands for. */
function isAssumed({ fields, arguments: given, types }: Touched, coordinate: string): boolean {
  const [field = '', argument] = coordinate.split('(');
  if (argument === undefined) return types.has(coordinate.split('.')[0] ?? '');
  return fields.has(field) && !given.has(coordinate);
}
