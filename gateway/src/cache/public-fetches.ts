import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { EntityGroup, Operation, Required } from '../plan/planner.js';
import type { Requirements } from '../supergraph/requirements.js';
import type { TaggedFields } from './tagged-fields.js';

/** What a fetch may be, as the contract proves it. */
export interface Publicity {
  /** Everything it asks for and everything it sends is for anybody: it is asked in nobody's name. */
  isPublic: boolean;
  /** Its answer may be kept and given to others later. */
  isKept: boolean;
}

const neither: Publicity = { isPublic: false, isKept: false };

/**
 * Proves from the supergraph which fetches are public: those of queries and subscriptions of which every field asked for,
 * every argument given, and every field sent along to represent an entity, is tagged public and asks for no permission.
 */
export class PublicFetches {
  readonly #tagged: TaggedFields;

  constructor(
    tagged: TaggedFields,
    private readonly schema: GraphQLSchema,
    private readonly requirements: Requirements,
  ) {
    this.#tagged = tagged;
  }

  /** What one fetch of a plan may be; `groups` tells what is sent along. */
  of({ text, kind }: Operation, groups: readonly EntityGroup[] = []): Publicity {
    if (kind === 'mutation') return neither;
    const root = this.#rootOf(kind);
    const document = parse(text, { noLocation: true });
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    if (!root || !operation) return neither;
    const proof = new Proof(document, (...asked) => this.#isPublic(...asked), this.schema);
    const isAsked = proof.ofSelections(operation.selectionSet.selections, root);
    const isSent = groups.every(({ requires }) => proof.ofRequired(requires, undefined));
    if (!isAsked || !isSent) return neither;
    const isKept = kind === 'query' && !proof.coordinates.some((each) => this.#isNeverKept(each));
    return { isPublic: true, isKept };
  }

  #rootOf(kind: 'query' | 'subscription'): string | undefined {
    const { schema } = this;
    return (kind === 'query' ? schema.getQueryType() : schema.getSubscriptionType())?.name;
  }

  #isPublic(type: string, field: string, given: readonly string[]): boolean {
    if (!this.#tagged.isPublic(type, field)) return false;
    const { requirements } = this;
    const { length } = requirements.ofField(type, field);
    return length === 0 && requirements.ofArguments(type, field, given).length === 0;
  }

  #isNeverKept([type, field]: Coordinate): boolean {
    return this.#tagged.isNeverKept(type, field);
  }
}

type Coordinate = readonly [type: string, field: string];

/** Looks at every field of one operation, on every type it can be met on. */
class Proof {
  readonly coordinates: Coordinate[] = [];
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #spread = new Set<string>();

  constructor(
    document: DocumentNode,
    private readonly isPublic: (type: string, field: string, given: readonly string[]) => boolean,
    private readonly schema: GraphQLSchema,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  ofSelections(nodes: readonly SelectionNode[], parent: string): boolean {
    return nodes.every((node) => {
      if (node.kind === Kind.FIELD) return this.#ofField(node, parent);
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const type = node.typeCondition?.name.value ?? parent;
        return this.ofSelections(node.selectionSet.selections, type);
      }
      const name = node.name.value;
      const fragment = this.#fragments.get(name);
      if (!fragment) return false;
      if (this.#spread.has(name)) return true;
      this.#spread.add(name);
      const { selections } = fragment.selectionSet;
      return this.ofSelections(selections, fragment.typeCondition.name.value);
    });
  }

  /** The same of what represents an entity; fields outside of any type cannot be told apart and prove nothing. */
  ofRequired(required: readonly Required[], parent: string | undefined): boolean {
    return required.every((each) => {
      if (each.kind === 'fragment') return this.ofRequired(each.selections, each.type);
      if (each.write === '__typename') return true;
      if (parent === undefined) return false;
      return this.#isPublicOn(parent, each.write) && this.#ofInner(each, parent);
    });
  }

  #ofInner({ write, selections }: Extract<Required, { kind: 'field' }>, parent: string): boolean {
    if (!selections) return true;
    const inner = this.#returned(parent, write);
    return inner !== undefined && this.ofRequired(selections, inner);
  }

  #ofField(node: FieldNode, parent: string): boolean {
    const name = node.name.value;
    if (name === '__typename') return true;
    const below = node.selectionSet?.selections;
    // Its members stand in fragments that say of which type they are.
    if (name === '_entities') return below !== undefined && this.ofSelections(below, '_Entity');
    const given = (node.arguments ?? []).map((each) => each.name.value);
    if (!this.#isPublicOn(parent, name, given)) return false;
    if (!below) return true;
    const returned = this.#returned(parent, name);
    return returned !== undefined && this.ofSelections(below, returned);
  }

  #returned(parent: string, field: string): string | undefined {
    const type = this.schema.getType(parent);
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const returned = type.getFields()[field]?.type;
    return returned && getNamedType(returned).name;
  }

  #isPublicOn(parent: string, field: string, given: readonly string[] = []): boolean {
    const type = this.schema.getType(parent);
    if (!type) return false;
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const names = [parent, ...possible.map(({ name }) => name)];
    for (const name of names) this.coordinates.push([name, field]);
    return names.every((name) => this.isPublic(name, field, given));
  }
}
