/** Changes that subscribers are told of, one after another. */
export class MarkedEvents {
  readonly #followers = new Set<() => Promise<void>>();
  readonly #telling = new Map<() => Promise<void>, Promise<void>>();
  count = 0;

  /** There is one more. */
  tell(): void {
    this.count += 1;
    for (const each of this.#followers) this.#call(each);
  }

  /** Calls back now and after every change, once at a time; stops when what is given back is called. */
  follow(onChange: () => Promise<void>): () => void {
    this.#followers.add(onChange);
    this.#call(onChange);
    return () => this.#followers.delete(onChange);
  }

  #call(follower: () => Promise<void>): void {
    const before = this.#telling.get(follower) ?? Promise.resolve();
    this.#telling.set(follower, before.then(follower));
  }
}
