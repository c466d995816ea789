/** Milliseconds in which failures are counted. */
const windowLength = 60_000;

/** Failures of one name from one address, and of one address, that are allowed in the window. */
const allowed = { name: 5, address: 20 };

/** Places that are remembered at most; the longest unseen is forgotten first. */
const remembered = 10_000;

/** Counts failed attempts, so that nobody guesses secrets for long. */
export class GuessLimit {
  readonly #failures = new Map<string, number[]>();

  /** Seconds to wait before another attempt is looked at; 0 when it may be now. */
  wait(address: string, name: string): number {
    const byName = this.#waitFor(`${address} ${name}`, allowed.name);
    return Math.max(byName, this.#waitFor(address, allowed.address));
  }

  /** Notes an attempt that failed. */
  failed(address: string, name: string): void {
    for (const place of [address, `${address} ${name}`]) {
      const times = [...this.#recent(place), performance.now()].slice(-allowed.address);
      this.#failures.delete(place);
      this.#failures.set(place, times);
    }
    for (const place of this.#failures.keys()) {
      if (this.#failures.size <= remembered) break;
      this.#failures.delete(place);
    }
  }

  #waitFor(place: string, limit: number): number {
    const recent = this.#recent(place);
    const first = recent.at(-limit);
    if (first === undefined) return 0;
    return Math.max(1, Math.ceil((first + windowLength - performance.now()) / 1000));
  }

  #recent(place: string): readonly number[] {
    const since = performance.now() - windowLength;
    return (this.#failures.get(place) ?? []).filter((time) => time > since);
  }
}
