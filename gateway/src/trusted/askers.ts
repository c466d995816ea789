import type { Caller } from '../identity/caller.js';

/** Kinds of askers that are remembered. */
const remembered = 8;

/** Who asks, as far as it decides about what may be seen: for whom trusted documents are planned ahead. Nobody's name is kept. */
export class Askers {
  readonly #kinds: Map<string, Caller>;

  /** Begins with those whom others have met. */
  constructor(others?: Askers) {
    this.#kinds = others ? new Map(others.#kinds) : new Map();
  }

  /** Every kind once. */
  get all(): Iterable<Caller> {
    return this.#kinds.values();
  }

  /** Remembers what kind of asker somebody is; of too many the one that was met first is forgotten. */
  meet(caller: Caller): void {
    const { subject: _, client: __, ...kind } = caller;
    const key = JSON.stringify(kind);
    if (this.#kinds.has(key)) return;
    this.#kinds.set(key, kind);
    const [first] = this.#kinds.keys();
    if (this.#kinds.size > remembered && first !== undefined) this.#kinds.delete(first);
  }
}
