import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isFields } from '../execute/fields.js';
import type { ClientOperation, Conditions } from '../operation/client-operation.js';
import { fieldsOfType, type Selected } from '../operation/fields-of-type.js';
import type { ListSize, Weights } from '../supergraph/weights.js';
import { argumentValue, numberAt } from './argument-value.js';
import { largest, once, plus, times, valueOf, type Term } from './term.js';

/** What an operation costs with the variables of one request. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/** Items a list is taken to have of which nothing is said. */
const assumedItems = 10;

/** What a mutation costs besides what it asks back. */
const mutationCost = 10;

/**
 * Compiles the cost of an operation: every field adds its own `@cost` and that of its arguments, every
 * object the weight of its type (1 unless said) and what is asked of it, times the size of the list it
 * stands in. Of a type that may be several, the dearest counts.
 */
export function costOf(
  selected: { operation: ClientOperation; conditions: Conditions },
  graph: { apiSchema: GraphQLSchema; weights: Weights },
): Cost {
  const { definition } = selected.operation;
  const root = graph.apiSchema.getRootType(definition.operation);
  if (!root) return () => 0;
  const tariff = new Tariff({ ...selected, apiSchema: graph.apiSchema }, graph.weights);
  const writes = definition.operation === OperationTypeNode.MUTATION ? mutationCost : 0;
  const term = plus([writes, tariff.root(root.name, [definition.selectionSet])]);
  return (variables) => valueOf(term, { variables, known: new Map() });
}

/** A list whose size was said by the field above it. */
interface Sized {
  fields: readonly string[];
  size: Term;
}

class Tariff {
  readonly #selected: Selected;
  readonly #weights: Weights;
  readonly #known = new Map<string, Term>();
  readonly #numbers = new Map<object, number>();

  constructor(selected: Selected, weights: Weights) {
    this.#selected = selected;
    this.#weights = weights;
  }

  /** What is asked of the root, which itself weighs nothing. */
  root(typeName: string, sets: readonly SelectionSetNode[]): Term {
    const fields = [...fieldsOfType(this.#selected, typeName, sets).values()];
    return plus(fields.map((nodes) => this.#field(typeName, nodes, undefined)));
  }

  /** What one object weighs, with what is asked of it. */
  #composite(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], sized?: Sized): Term {
    if (sized) return this.#object(type, sets, sized);
    // One selection may be reached through many types; it is worked out once.
    const key = `${type.name} ${sets.map((set) => this.#number(set)).join(' ')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const term = once(this.#object(type, sets));
    this.#known.set(key, term);
    return term;
  }

  #object(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], sized?: Sized): Term {
    const { apiSchema } = this.#selected;
    const possible = isAbstractType(type) ? apiSchema.getPossibleTypes(type) : [type];
    return largest(
      [type, ...possible].map(({ name }) => {
        const fields = [...fieldsOfType(this.#selected, name, sets).values()];
        const own = this.#weights.weight(name) ?? 1;
        return plus([own, ...fields.map((nodes) => this.#field(name, nodes, sized))]);
      }),
    );
  }

  #field(typeName: string, nodes: readonly FieldNode[], sized: Sized | undefined): Term {
    const [node] = nodes;
    const type = this.#selected.apiSchema.getType(typeName);
    const hasFields = isObjectType(type) || isInterfaceType(type);
    const field = node && hasFields ? type.getFields()[node.name.value] : undefined;
    if (!node || !field) return 0;
    const said = this.#weights.listSize(typeName, field.name);
    const size = said && sizeOf(node, field, said);
    const named = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const holdsElsewhere = size !== undefined && said !== undefined && said.sizedFields.length > 0;
    const below = holdsElsewhere ? { fields: said.sizedFields, size } : undefined;
    const each = isCompositeType(named)
      ? this.#composite(named, sets, below)
      : (this.#weights.weight(named.name) ?? 0);
    const own = below ? undefined : size;
    const above = sized?.fields.includes(field.name) ? sized.size : undefined;
    const items = itemsOf(field.type, own ?? above ?? assumedItems);
    return plus([
      this.#weights.weight(typeName, field.name) ?? 0,
      ...this.#arguments(typeName, node, field),
      times(items, each),
    ]);
  }

  #arguments(typeName: string, node: FieldNode, field: GraphQLField<unknown, unknown>): Term[] {
    return field.args.flatMap((argument): Term[] => {
      const own = this.#weights.weight(typeName, field.name, argument.name) ?? 0;
      if (own === 0 && !this.#weights.weighsInputs) return [];
      const value = argumentValue(node, argument);
      const price = (given: unknown): number =>
        given === undefined || given === null ? 0 : own + this.#input(argument.type, given);
      if ('constant' in value) return [price(value.constant)];
      return [(pricing) => price(value.of(pricing))];
    });
  }

  /** The weights of the input fields that a value has. */
  #input(type: GraphQLInputType, value: unknown): number {
    if (Array.isArray(value)) {
      return value.reduce<number>((total, item) => total + this.#input(type, item), 0);
    }
    const named = getNamedType(type);
    if (!isInputObjectType(named) || !isFields(value)) return 0;
    let total = 0;
    for (const field of Object.values(named.getFields())) {
      const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
      if (given === undefined || given === null) continue;
      total += this.#weights.weight(named.name, field.name) ?? 0;
      total += this.#input(field.type, given);
    }
    return total;
  }

  #number(node: object): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#numbers.set(node, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** The largest number a slicing argument gives; what is assumed where none does. */
function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, said: ListSize): Term {
  const slices = said.slicingArguments.flatMap(([name, ...steps]) => {
    const argument = field.args.find((each) => each.name === name);
    return argument ? [{ value: argumentValue(node, argument), steps }] : [];
  });
  const assumed = said.assumedSize ?? assumedItems;
  const sizeFrom = (values: readonly unknown[]): number => {
    const numbers = values.flatMap((value, index) => {
      const number = numberAt(value, slices[index]?.steps ?? []);
      return number === undefined ? [] : [number];
    });
    return numbers.length > 0 ? Math.max(...numbers) : assumed;
  };
  if (slices.every(({ value }) => 'constant' in value)) {
    return sizeFrom(slices.map(({ value }) => ('constant' in value ? value.constant : undefined)));
  }
  return (pricing) =>
    sizeFrom(slices.map(({ value }) => ('constant' in value ? value.constant : value.of(pricing))));
}

/** How many values a field gives: one, or its list's size, times what is assumed of lists within it. */
function itemsOf(type: GraphQLOutputType, size: Term): Term {
  let inner = getNullableType(type);
  if (!isListType(inner)) return 1;
  let items = size;
  for (;;) {
    inner = getNullableType(inner.ofType);
    if (!isListType(inner)) return items;
    items = times(items, assumedItems);
  }
}
