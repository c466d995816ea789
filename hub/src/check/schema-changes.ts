import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

import type { Change, ChangeKind } from './change.js';
import { argumentChanges, inputFieldChanges } from './input-changes.js';
import { kindOf, outputStep } from './type-changes.js';

type Composite = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** Everything that whoever uses a graph may feel when it becomes another, in the order of its types. */
export function schemaChanges(before: GraphQLSchema, after: GraphQLSchema): Change[] {
  const changes: Change[] = [];
  for (const was of Object.values(before.getTypeMap())) {
    if (isIntrospectionType(was)) continue;
    const is = after.getType(was.name);
    const at = (kind: ChangeKind, said: string): void =>
      void changes.push({ coordinate: was.name, kind, said });
    if (!is) at('TYPE_REMOVED', 'it is gone');
    else if (kindOf(was) !== kindOf(is))
      at('TYPE_KIND_CHANGED', `it was ${kindOf(was)} and would be ${kindOf(is)}`);
    else changes.push(...typeChanges(was, is, { before, after }));
  }
  return changes;
}

interface Graphs {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
}

function typeChanges(was: GraphQLNamedType, is: GraphQLNamedType, graphs: Graphs): Change[] {
  const names = (graph: GraphQLSchema, type: GraphQLNamedType): string[] =>
    isAbstractType(type) ? graph.getPossibleTypes(type).map(({ name }) => name) : [];
  const members = memberChanges(was.name, names(graphs.before, was), names(graphs.after, is));
  if (isEnumType(was) && isEnumType(is)) {
    return enumChanges(was.name, Object.keys(valuesOf(was)), Object.keys(valuesOf(is)));
  }
  if (isInputObjectType(was) && isInputObjectType(is)) return inputFieldChanges(was, is);
  if (isComposite(was) && isComposite(is)) return [...members, ...fieldChanges(was, is, graphs)];
  return members;
}

const isComposite = (type: GraphQLNamedType): type is Composite =>
  isObjectType(type) || isInterfaceType(type);

const valuesOf = (type: { getValues(): readonly { name: string }[] }): Record<string, true> =>
  Object.fromEntries(type.getValues().map(({ name }) => [name, true]));

function memberChanges(type: string, was: readonly string[], is: readonly string[]): Change[] {
  return [
    ...without(was, is).map((name) =>
      change(type, 'MEMBER_REMOVED', `${name} may no longer stand there`),
    ),
    ...without(is, was).map((name) => change(type, 'MEMBER_ADDED', `${name} may stand there too`)),
  ];
}

function enumChanges(type: string, was: readonly string[], is: readonly string[]): Change[] {
  return [
    ...without(was, is).map((name) =>
      change(`${type}.${name}`, 'ENUM_VALUE_REMOVED', 'the value is gone'),
    ),
    ...without(is, was).map((name) =>
      change(`${type}.${name}`, 'ENUM_VALUE_ADDED', 'the value is new'),
    ),
  ];
}

function fieldChanges(was: Composite, is: Composite, { after }: Graphs): Change[] {
  const fields = is.getFields();
  return Object.values(was.getFields()).flatMap((field) => {
    const next = fields[field.name];
    const coordinate = `${was.name}.${field.name}`;
    if (!next) return [change(coordinate, 'FIELD_REMOVED', 'it is gone')];
    const own = ownChanges(coordinate, { field, next }, after);
    return own.concat(argumentChanges(was.name, field, next));
  });
}

function ownChanges(
  coordinate: string,
  { field, next }: { field: Field; next: Field },
  after: GraphQLSchema,
): Change[] {
  const said = `it was ${String(field.type)} and would be ${String(next.type)}`;
  switch (outputStep(field.type, next.type, after)) {
    case 'changed':
      return [change(coordinate, 'FIELD_TYPE_CHANGED', said)];
    case 'nullable':
      return [change(coordinate, 'FIELD_MADE_NULLABLE', said)];
    case 'same':
    case 'safe':
      return [];
  }
}

const change = (coordinate: string, kind: ChangeKind, said: string): Change => ({
  coordinate,
  kind,
  said,
});

const without = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.includes(name));
