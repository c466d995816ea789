import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import type { ErrorCode } from '../errors/codes.js';
import { isSelected } from '../operation/client-operation.js';
import type { Variant } from '../operation/variant.js';

/** What was decided about one protected field: seen, or why not. */
export type Decision = ErrorCode | 'ALLOWED';

/** The protected fields an operation asks for, as `Type.field`, each with what was decided. */
export type Decisions = ReadonlyMap<string, Decision>;

/**
 * Finds every protected field that an operation asks for under its conditions, whether or not its caller
 * may see it. A field of an interface or a union counts for each type it may be of. Undefined when
 * nothing protected is asked for.
 */
export function protectedCoordinates(variant: Variant): Decisions | undefined {
  const asking = new Asking(variant);
  const { definition } = variant.operation;
  const root = variant.apiSchema.getRootType(definition.operation);
  if (root) asking.set(definition.selectionSet, root);
  if (asking.decisions.size === 0) return undefined;
  return new Map([...asking.decisions].sort(([one], [other]) => (one < other ? -1 : 1)));
}

class Asking {
  readonly decisions = new Map<string, Decision>();
  /** Fragments entered, with the type they were entered for. */
  readonly #entered = new Set<string>();

  constructor(private readonly variant: Variant) {}

  set(set: SelectionSetNode, parent: GraphQLNamedType): void {
    for (const node of set.selections) {
      if (!isSelected(node, this.variant.conditions)) continue;
      if (node.kind === Kind.FIELD) this.#field(node, parent);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.set(node.selectionSet, this.#type(node.typeCondition?.name.value) ?? parent);
      } else this.#fragment(node.name.value);
    }
  }

  #fragment(name: string): void {
    if (this.#entered.has(name)) return;
    this.#entered.add(name);
    const fragment = this.variant.operation.fragments.get(name);
    const type = this.#type(fragment?.typeCondition.name.value);
    if (fragment && type) this.set(fragment.selectionSet, type);
  }

  #field(node: FieldNode, parent: GraphQLNamedType): void {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return;
    for (const type of this.#possible(parent)) this.#decide(type, node);
    if (!node.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return;
    const field = parent.getFields()[name];
    if (field) this.set(node.selectionSet, getNamedType(field.type));
  }

  #decide(type: string, node: FieldNode): void {
    const { permissions } = this.variant;
    const { requirements } = permissions;
    const field = node.name.value;
    if (field === '__typename') {
      if (requirements.ofType(type).length > 0) {
        this.#note(`${type}.__typename`, permissions.typeDenial(type));
      }
      return;
    }
    const denial = permissions.selectionDenial(type, node);
    if (requirements.ofField(type, field).length > 0) this.#note(`${type}.${field}`, denial);
    for (const { name } of node.arguments ?? []) {
      const asked = requirements.ofArguments(type, field, [name.value]);
      if (asked.length > 0) this.#note(`${type}.${field}(${name.value}:)`, denial);
    }
  }

  #note(coordinate: string, denial: ErrorCode | undefined): void {
    this.decisions.set(coordinate, denial ?? 'ALLOWED');
  }

  #possible(type: GraphQLNamedType): readonly string[] {
    if (!isAbstractType(type)) return [type.name];
    return this.variant.apiSchema.getPossibleTypes(type).map(({ name }) => name);
  }

  #type(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.variant.apiSchema.getType(name);
  }
}
