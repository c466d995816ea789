import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValueNode,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

import { termsOf } from '../words/graph-words.js';
import type { BothLanguages, VariableField } from './ready-document.js';

/** Levels of inputs within inputs for which a form asks; what is deeper is written by hand. */
const deepest = 2;

/** The fields of a form for the variables of a question, in the order in which it declares them. */
export function variableFields(document: DocumentNode, schema: GraphQLSchema): VariableField[] {
  const labels = labelsIn(document, schema);
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    return (definition.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const name = variable.name.value;
      // The cast only widens: a variable's type is always an input type.
      const given = typeFromAST(schema, type) as GraphQLInputType | undefined;
      if (!given || name === 'after') return [];
      const label = labels.get(name) ?? { ja: name, en: name };
      const field = fieldOf({ name, label, type: given, level: 0 });
      return [{ ...field, isRequired: field.isRequired && !defaultValue }];
    });
  });
}

/** What the graph calls each variable, from the first place where it is used. */
function labelsIn(document: DocumentNode, schema: GraphQLSchema): Map<string, BothLanguages> {
  const labels = new Map<string, BothLanguages>();
  const info = new TypeInfo(schema);
  const note = (name: string, value: ValueNode, description: string | null | undefined) => {
    if (value.kind !== Kind.VARIABLE || labels.has(value.name.value)) return;
    labels.set(value.name.value, labelOf(name, description));
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      ObjectField({ name, value }) {
        const object = getNamedType(info.getParentInputType());
        const field = isInputObjectType(object) ? object.getFields()[name.value] : undefined;
        note(name.value, value, field?.description);
      },
      Argument: ({ name, value }) => note(name.value, value, info.getArgument()?.description),
    }),
  );
  return labels;
}

interface Asked {
  readonly name: string;
  readonly label: BothLanguages;
  readonly type: GraphQLInputType;
  readonly level: number;
}

function fieldOf({ name, label, type, level }: Asked): VariableField {
  const bare = isNonNullType(type) ? type.ofType : type;
  const isList = isListType(bare);
  const named = getNamedType(type);
  const isGroup = isInputObjectType(named) && !isList && level < deepest;
  return {
    name,
    label,
    kind: isGroup ? 'group' : kindOf(named),
    isList,
    isRequired: isNonNullType(type),
    choices: isEnumType(named)
      ? named.getValues().map((value) => ({
          code: value.name,
          label: labelOf(value.name, value.description),
        }))
      : [],
    fields: isGroup
      ? Object.values(named.getFields()).map((inner) =>
          fieldOf({
            name: inner.name,
            label: labelOf(inner.name, inner.description),
            type: inner.type,
            level: level + 1,
          }),
        )
      : [],
  };
}

const kinds: Readonly<Record<string, VariableField['kind']>> = {
  Int: 'number',
  Float: 'number',
  Boolean: 'yes-no',
  LocalDate: 'date',
  DateTime: 'moment',
};

function kindOf(type: ReturnType<typeof getNamedType>): VariableField['kind'] {
  if (isEnumType(type)) return 'choice';
  if (isInputObjectType(type)) return 'written';
  return kinds[type?.name ?? ''] ?? 'text';
}

function labelOf(name: string, description: string | null | undefined): BothLanguages {
  const { ja, en } = termsOf(description ?? '');
  return { ja: ja || name, en: en.replace(/\.$/, '') || name };
}
