import {
  getNamedType,
  isCompositeType,
  Kind,
  valueFromASTUntyped,
  type SelectionSetNode,
} from 'graphql';
import { Draw } from './draw.js';
import { numberIn, picked, sorted } from './given.js';
import type { Model, Owner, Part } from './model.js';
import { numberOf } from './random.js';
import { isThing, type Thing } from './thing.js';

/** One field of one object that is asked for. */
export interface Asked {
  type: string;
  n: number;
  field: string;
  args: Record<string, unknown>;
}

/**
 * Data without end that is never stored: every value follows from the type, the number, the field and the
 * arguments, so every subgraph and the one schema compute the same. Some values are null, some resolvers
 * throw, some give null where none may be; a key always has a value from which the number can be read.
 */
export class World {
  constructor(
    readonly model: Model,
    readonly seed: number,
  ) {}

  /** What the one schema answers for a field. */
  answer(asked: Asked): unknown {
    const { type, field } = asked;
    const owners = this.model.owners(type, field);
    const [owner] = owners;
    if (!owner) throw new Error(`No subgraph resolves ${type}.${field}.`);
    if (owners.length === 1 && this.isUnknown(owner.subgraph, type, asked.n)) return null;
    const set = this.#requirement(owner, asked);
    return this.value(asked, set && this.#evaluated(set, asked));
  }

  /** What one subgraph answers for a field of an object it was given. */
  answerIn(part: Part, thing: Thing, asked: Asked): unknown {
    const owners = this.model.owners(asked.type, asked.field);
    if (owners.length === 1 && this.isUnknown(part, asked.type, asked.n)) return null;
    const set = this.model.requires(part, asked.type, asked.field);
    return this.value(asked, set && picked(set, thing.given ?? {}));
  }

  /** The object that a representation stands for, or null where the subgraph knows none of that kind. */
  referred(part: Part, representation: Record<string, unknown>): Thing | null {
    const type = String(representation['__typename']);
    const n = numberIn(representation, part.index.keys(type));
    const { family, members } = this.#kind(type);
    const isInterface = family === type && members.length > 0 && part.index.isInterface(type);
    const name = isInterface ? (members[n % members.length] ?? type) : type;
    if (this.isUnknown(part, type, n)) return null;
    return { __typename: name, n, given: representation };
  }

  /** True where a subgraph that is only ever asked for entities of a type does not know this one. */
  isUnknown(part: Part, type: string, n: number): boolean {
    return this.#forgets(part, type) && this.#roll('unknown', part.name, type, n) < 0.12;
  }

  /** The value of a field; `given` is what it requires, as far as it came. */
  value({ type, n, field, args }: Asked, given: unknown): unknown {
    const family = this.model.family(type);
    const owners = this.model.owners(type, field);
    const [owner] = owners;
    if (!owner) throw new Error(`No subgraph resolves ${type}.${field}.`);
    const identity = [family, n, field, sorted(args), given ?? null].map((part) =>
      JSON.stringify(part),
    );
    const isKey = this.#is(this.model.keys, type, field);
    const isCalm =
      isKey ||
      this.#is(this.model.required, type, field) ||
      new Set(owners.map((each) => String(each.type))).size > 1;
    const draw = new Draw({ model: this.model, number: (text) => this.#number(text) }, owners, {
      isKey,
      isCalm,
      family,
      n,
      field,
    });
    return draw.value(owner.type, identity.join('|'));
  }

  #is(marked: ReadonlySet<string>, type: string, field: string): boolean {
    return marked.has(`${type}.${field}`) || marked.has(`${this.model.family(type)}.${field}`);
  }

  #kind(type: string): { family: string; members: readonly string[] } {
    const family = this.model.family(type);
    const members = this.model.members(family);
    return { family, members: members.length === 1 && members[0] === family ? [] : members };
  }

  readonly #forgetful = new Map<string, boolean>();

  #forgets(part: Part, type: string): boolean {
    const name = `${part.name}.${type}`;
    const known = this.#forgetful.get(name);
    if (known !== undefined) return known;
    const forgets = this.#mayForget(part, type);
    this.#forgetful.set(name, forgets);
    return forgets;
  }

  #mayForget({ index, schema }: Part, type: string): boolean {
    const keys = new Set(this.model.parts.flatMap((each) => each.index.keys(type)));
    if (keys.size !== 1 || index.keys(type).length === 0 || index.isInterface(type)) return false;
    if (this.model.family(type) !== type) return false;
    const declared = schema.getType(type);
    const returning = Object.values(schema.getTypeMap()).some(
      (each) =>
        !each.name.startsWith('_') &&
        'getFields' in each &&
        Object.values(each.getFields()).some((field) => {
          const named = getNamedType(field.type);
          return named === declared || (isCompositeType(named) && 'getTypes' in named);
        }),
    );
    return (
      !returning &&
      index.fields(type).every(({ name }) => {
        const isMarked = this.#is(this.model.keys, type, name.value);
        const isExternal = index.uses(index.field(type, name.value) ?? {}, 'external').length > 0;
        if (isMarked || isExternal) return true;
        if (this.#is(this.model.required, type, name.value)) return false;
        return this.model.owners(type, name.value).length === 1;
      })
    );
  }

  #requirement({ subgraph }: Owner, { type, field }: Asked): SelectionSetNode | undefined {
    return (
      this.model.requires(subgraph, type, field) ??
      this.model.requires(subgraph, this.model.family(type), field)
    );
  }

  #evaluated(set: SelectionSetNode, { type, n }: Pick<Asked, 'type' | 'n'>): unknown {
    const result: Record<string, unknown> = {};
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const node of selections) {
        if (node.kind === Kind.INLINE_FRAGMENT) {
          const condition = node.typeCondition?.name.value ?? type;
          const fits = condition === type || this.model.family(type) === condition;
          if (fits) collect(node.selectionSet);
        }
        if (node.kind !== Kind.FIELD || node.name.value === '__typename') continue;
        const args = Object.fromEntries(
          (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
        );
        const value = this.answer({ type, n, field: node.name.value, args });
        result[node.name.value] = this.#read(value, node.selectionSet);
      }
    };
    collect(set);
    return result;
  }

  #read(value: unknown, set: SelectionSetNode | undefined): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#read(item, set));
    if (!set || !isThing(value)) return value;
    return this.#evaluated(set, { type: value.__typename, n: value.n });
  }

  #roll(...parts: unknown[]): number {
    return numberOf(`${this.seed}|${parts.map(String).join('|')}`) / 4_294_967_296;
  }

  #number(text: string): number {
    return numberOf(`${this.seed}|${text}`);
  }
}
