import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { fieldPlace } from './field-place.js';
import type { EntityGroup, PathSegment, PlanStep, Required, Rewrite } from './planner.js';

/** Positions one plan is followed to; a larger one is not looked through. */
const positionLimit = 20_000;

/**
 * Tells what a plan would leave out without a word: entities of which it asks some of what a later fetch
 * requires, but not all, so that nothing could speak for them. Seen with the planner 0.0.38 where fetches
 * for several types are made one. Undefined when nothing was found.
 */
export function unsoundness(plan: PlanStep, types: SupergraphTypes): string | undefined {
  const groups: EntityGroup[] = [];
  const asked = new AskedPlaces(types);
  asked.step(plan, groups);
  if (asked.isTooLarge) return undefined;
  for (const group of groups) {
    for (const path of group.paths) {
      const lacking = asked.lacking(group.requires, path);
      if (lacking) return lacking;
    }
  }
  return undefined;
}

interface AskedKey {
  key: string;
  /** The type it is asked of, or undefined when of whatever stands there. */
  type: string | undefined;
}

/** What a plan asks for, by place: the keys from the root. */
class AskedPlaces {
  readonly #types: SupergraphTypes;
  readonly #keys = new Map<string, AskedKey[]>();
  readonly #named = new Map<string, Set<string>>();
  readonly #renamed = new Map<string, string>();
  #positions = 0;

  constructor(types: SupergraphTypes) {
    this.#types = types;
  }

  get isTooLarge(): boolean {
    return this.#positions > positionLimit;
  }

  step(step: PlanStep, groups: EntityGroup[]): void {
    if (step.kind === 'root') {
      this.#rewrites(step.rewrites);
      const root = this.#types.schema.getRootType(rootKinds[step.operation.kind])?.name;
      this.#operation(step.operation.text, (set, reading) =>
        this.#set(set, { place: fieldPlace(step.at), type: root, reading }),
      );
    } else if (step.kind === 'entities') {
      for (const group of step.groups) this.#group(step.operation.text, group);
      groups.push(...step.groups);
    } else if (step.kind === 'condition') {
      for (const inner of [step.whenTrue, step.whenFalse]) if (inner) this.step(inner, groups);
    } else if ('steps' in step) {
      for (const inner of step.steps) this.step(inner, groups);
    }
  }

  /** Which entity of a group lacks a part of what is required of it, and what; undefined when none does. */
  lacking(requires: readonly Required[], path: readonly PathSegment[]): string | undefined {
    const place = fieldPlace(path);
    for (const type of this.#possible(place, path)) {
      for (const part of requires) {
        const reads = this.#reads(part, type);
        const missing = reads.filter((read) => !this.#isAsked(place, type, read));
        if (missing.length > 0 && missing.length < reads.length) {
          return `The plan does not ask ${type} at "${place}" for ${missing.join()}, which it needs.`;
        }
      }
    }
    return undefined;
  }

  #possible(place: string, path: readonly PathSegment[]): readonly string[] {
    const last = path.at(-1);
    const only =
      last !== undefined && last !== 'each' && 'types' in last
        ? this.#types.satisfyingAny(last.types)
        : undefined;
    const all = this.#types.satisfyingAny([...(this.#named.get(place) ?? [])]);
    return [...all].filter((name) => this.#types.isConcrete(name) && (only?.has(name) ?? true));
  }

  #reads(required: Required, type: string): readonly string[] {
    if (required.kind === 'field') return required.read === '__typename' ? [] : [required.read];
    if (!this.#types.satisfying(required.type).has(type)) return [];
    return required.selections.flatMap((each) => this.#reads(each, type));
  }

  #isAsked(place: string, type: string, read: string): boolean {
    return (this.#keys.get(place) ?? []).some(
      (asked) =>
        asked.key === read &&
        (asked.type === undefined || this.#types.satisfying(asked.type).has(type)),
    );
  }

  #rewrites(rewrites: readonly Rewrite[]): void {
    for (const { path, change } of rewrites) {
      const last = path.at(-1);
      if (typeof last === 'string' && 'renameTo' in change) {
        this.#renamed.set(last, change.renameTo);
      }
    }
  }

  #group(text: string, group: EntityGroup): void {
    this.#rewrites(group.outputRewrites);
    this.#operation(text, (set, reading) => {
      for (const node of set.selections) {
        if (node.kind !== Kind.FIELD || !node.selectionSet) continue;
        if ((node.alias ?? node.name).value !== group.alias) continue;
        for (const path of group.paths) {
          this.#set(node.selectionSet, { place: fieldPlace(path), type: undefined, reading });
        }
      }
    });
  }

  #operation(text: string, read: (set: SelectionSetNode, reading: DocumentNode) => void): void {
    const document = parse(text, { noLocation: true });
    for (const node of document.definitions) {
      if (node.kind === Kind.OPERATION_DEFINITION) read(node.selectionSet, document);
    }
  }

  #set(
    { selections }: SelectionSetNode,
    at: { place: string; type: string | undefined; reading: DocumentNode; condition?: string },
  ): void {
    for (const node of selections) {
      if (this.#positions++ > positionLimit) return;
      if (node.kind !== Kind.FIELD) {
        const inner =
          node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(at.reading, node.name.value);
        const condition = inner?.typeCondition?.name.value;
        const of = condition === undefined ? at : { ...at, type: condition, condition };
        if (inner) this.#set(inner.selectionSet, of);
        continue;
      }
      const key = (node.alias ?? node.name).value;
      const name = this.#fieldType(at.type, node.name.value);
      for (const each of [key, this.#renamed.get(key)]) {
        if (each === undefined) continue;
        add(this.#keys, at.place, { key: each, type: at.condition });
        const place = at.place === '' ? each : `${at.place}.${each}`;
        const named = this.#named.get(place) ?? new Set();
        if (name !== undefined) named.add(name);
        this.#named.set(place, named);
        if (!node.selectionSet) continue;
        this.#set(node.selectionSet, { place, type: name, reading: at.reading });
      }
    }
  }

  #fieldType(parent: string | undefined, field: string): string | undefined {
    const type = parent === undefined ? undefined : this.#types.schema.getType(parent);
    const hasFields = isObjectType(type) || isInterfaceType(type);
    const found = hasFields ? type.getFields()[field] : undefined;
    return found && getNamedType(found.type).name;
  }
}

const rootKinds = {
  query: OperationTypeNode.QUERY,
  mutation: OperationTypeNode.MUTATION,
  subscription: OperationTypeNode.SUBSCRIPTION,
};

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions.find(
    (node): node is FragmentDefinitionNode =>
      node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
  );
}

function add(map: Map<string, AskedKey[]>, place: string, key: AskedKey): void {
  const known = map.get(place);
  if (known) known.push(key);
  else map.set(place, [key]);
}
