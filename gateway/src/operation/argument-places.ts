import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  typeFromAST,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { isFields } from '../execute/fields.js';
import type { ClientOperation } from './client-operation.js';
import type { Variant } from './variant.js';

/** A place in the arguments of a field, e.g. `filter.text`, and what the schema says of it. */
export interface ArgumentPlace {
  readonly path: string;
  readonly description: string | undefined;
}

/** Places of one field that are looked at. */
const placesAtMost = 2000;

type Field = GraphQLField<unknown, unknown>;

interface Described {
  readonly type: GraphQLInputType;
  readonly description?: string | null | undefined;
}

const known = new WeakMap<ClientOperation, ReadonlyMap<FieldNode, Field>>();

/** The fields that the nodes of a client's operation stand for, in the schema that the client sees. */
export function fieldsOf({
  operation,
  apiSchema,
}: Pick<Variant, 'operation' | 'apiSchema'>): ReadonlyMap<FieldNode, Field> {
  const found = known.get(operation);
  if (found) return found;
  const fields = new Map<FieldNode, Field>();
  const info = new TypeInfo(apiSchema);
  const reader = visitWithTypeInfo(info, {
    Field(node) {
      const field = info.getFieldDef();
      if (field) fields.set(node, field);
    },
  });
  for (const node of [operation.definition, ...operation.fragments.values()]) visit(node, reader);
  known.set(operation, fields);
  return fields;
}

/**
 * The one place in what a client wrote as arguments of a field that a path names, or the end of a path; undefined
 * where there is none or more than one.
 */
export function writtenPlace(
  { node, field }: { node: FieldNode; field: Field },
  variables: Readonly<Record<string, unknown>>,
  named: string,
): ArgumentPlace | undefined {
  const places: ArgumentPlace[] = [];
  for (const { name, type, description } of field.args) {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value: unknown = given && valueFromAST(given, type, variables);
    if (value !== undefined)
      collect(places, { path: name, description: told(description) }, { value, type });
  }
  const exact = places.find(({ path }) => path === named);
  if (exact) return exact;
  const [place, ...others] = places.filter(({ path }) => path.endsWith(`.${named}`));
  return others.length === 0 ? place : undefined;
}

function collect(
  places: ArgumentPlace[],
  place: ArgumentPlace,
  { value, type }: { value: unknown; type: GraphQLInputType },
): void {
  if (places.length >= placesAtMost) return;
  places.push(place);
  const own = getNullableType(type);
  const below = (step: string | number, description = place.description): ArgumentPlace => ({
    path: `${place.path}.${step}`,
    description,
  });
  if (isListType(own) && Array.isArray(value)) {
    const { ofType } = own;
    value.forEach((item: unknown, index) =>
      collect(places, below(index), { value: item, type: ofType }),
    );
  } else if (isInputObjectType(own) && isFields(value)) {
    for (const { name, type: inner, description } of Object.values(own.getFields())) {
      if (!Object.hasOwn(value, name)) continue;
      collect(places, below(name, told(description)), { value: value[name], type: inner });
    }
  }
}

/** A variable of the client's own operation, `$from`, and what the schema says of its type. */
export function variablePlace(
  { operation, apiSchema }: Pick<Variant, 'operation' | 'apiSchema'>,
  named: string,
): ArgumentPlace | undefined {
  const { variableDefinitions = [] } = operation.definition;
  const defined = variableDefinitions.find(({ variable }) => `$${variable.name.value}` === named);
  const type = defined && typeFromAST(apiSchema, defined.type);
  return type && { path: named, description: told(getNamedType(type).description) };
}

/** The place that a whole path names among the arguments that the schema knows of a field, written or not. */
export function possiblePlace(field: Field, named: string): ArgumentPlace | undefined {
  const [first, ...steps] = named.split('.');
  let at: Described | undefined = field.args.find(({ name }) => name === first);
  for (const step of steps) {
    const type = at && getNamedType(at.type);
    const inner: readonly (Described & { name: string })[] = isInputObjectType(type)
      ? Object.values(type.getFields())
      : [];
    at = inner.find(({ name }) => name === step);
  }
  return at && { path: named, description: told(at.description) };
}

const told = (description: string | null | undefined): string | undefined =>
  description ?? undefined;
