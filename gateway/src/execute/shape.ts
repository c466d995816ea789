import { nestedLists, reader, write, type Fields } from './fields.js';
import type { SelectedKey } from './selection-tree.js';

/** One key that was asked for; `below` is the shape of its objects, or undefined for a leaf. */
interface Member {
  key: string;
  read: (fields: Fields) => unknown;
  below: Shape | undefined;
}

/**
 * What a subgraph was asked for, which alone decides what of its answer is an object of the graph and
 * what is a leaf: a scalar of a department's own may be an object too, and is then one value.
 */
export class Shape {
  readonly #selected: readonly SelectedKey[];
  readonly #renamed: ReadonlyMap<string, string>;
  #members: readonly Member[] | undefined;
  #isFlat: boolean | undefined;

  /** `renamed` holds the keys that the plan gives another name once they have arrived. */
  constructor(selected: readonly SelectedKey[], renamed: ReadonlyMap<string, string>) {
    this.#selected = selected;
    this.#renamed = renamed;
  }

  /** The keys that were asked for; read when they are first needed, since fragments may repeat. */
  get members(): readonly Member[] {
    this.#members ??= this.#read();
    return this.#members;
  }

  /** True when every key that was asked for is a leaf. */
  get isFlat(): boolean {
    this.#isFlat ??= this.members.every(({ below }) => below === undefined);
    return this.#isFlat;
  }

  /** A copy that shares no object or list of the graph with the original. */
  copyOf(fields: Fields): Fields {
    const copy: Fields = {};
    for (const { key, read, below } of this.members) {
      const value = read(fields);
      if (value !== undefined) write(copy, key, below ? below.#copied(value) : value);
    }
    return copy;
  }

  #copied(value: unknown, lists: number = nestedLists): unknown {
    if (Array.isArray(value)) {
      // Nothing ever looks into more lists within lists, so nothing writes there.
      return lists > 0 ? value.map((item) => this.#copied(item, lists - 1)) : value;
    }
    // An object stands here by the plan; what else stands here is told when it is projected.
    return typeof value === 'object' && value !== null ? this.copyOf(value as Fields) : value;
  }

  #read(): readonly Member[] {
    const below = new Map<string, SelectedKey[] | undefined>([['__typename', undefined]]);
    for (const selected of this.#selected) {
      const renamed = this.#renamed.get(selected.key);
      for (const key of renamed === undefined ? [selected.key] : [selected.key, renamed]) {
        const deeper = [...(below.get(key) ?? []), ...(selected.below ?? [])];
        below.set(key, selected.below ? deeper : below.get(key));
      }
    }
    return [...below].map(([key, selected]) => ({
      key,
      read: reader(key),
      below: selected && new Shape(selected, this.#renamed),
    }));
  }
}
