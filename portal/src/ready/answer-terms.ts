import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

import { termsOf } from '../words/graph-words.js';
import type { ColumnTerm } from './ready-document.js';

/** What each place of an answer is called in Japanese, by its path of response keys. */
export function answerTerms(
  document: DocumentNode,
  schema: GraphQLSchema,
): Record<string, ColumnTerm> {
  const reading: Reading = { schema, fragments: new Map(), terms: {} };
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      reading.fragments.set(definition.name.value, definition);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const root = schema.getRootType(definition.operation);
      if (root) read(reading, definition.selectionSet, { type: root, path: '' });
    }
  return reading.terms;
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: Map<string, FragmentDefinitionNode>;
  readonly terms: Record<string, ColumnTerm>;
}

interface Place {
  readonly type: GraphQLNamedType | undefined;
  readonly path: string;
}

function read(reading: Reading, { selections }: SelectionSetNode, place: Place): void {
  const { schema, fragments, terms } = reading;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const path = `${place.path}${(selection.alias ?? selection.name).value}`;
      const field = fieldOf(place.type, selection.name.value);
      const type = field && getNamedType(field.type);
      const { ja } = termsOf(field?.description ?? '');
      if (ja) terms[path] ??= { ja, ...(isEnumType(type) && { codes: codesOf(type) }) };
      if (selection.selectionSet) read(reading, selection.selectionSet, { type, path: `${path}.` });
      continue;
    }
    const spread =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const named = spread?.typeCondition?.name.value;
    const type = named === undefined ? place.type : schema.getType(named);
    if (spread) read(reading, spread.selectionSet, { type, path: place.path });
  }
}

const fieldOf = (type: GraphQLNamedType | undefined, name: string) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;

function codesOf(type: GraphQLEnumType): Record<string, string> {
  return Object.fromEntries(
    type.getValues().flatMap(({ name, description }) => {
      const { ja } = termsOf(description ?? '');
      return ja ? [[name, ja]] : [];
    }),
  );
}
