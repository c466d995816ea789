import { type Remembered, signatureWindow } from './signature.js';

/**
 * Remembers the signatures a service accepted for as long as they could be sent again: at most two windows.
 * When it is full it accepts no more until some are old, since a forgotten one could be replayed.
 */
export class SeenSignatures implements Remembered {
  readonly #ofSecond = new Map<number, Set<string>>();
  #count = 0;
  #clearedTo = -Infinity;

  /** `limit` signatures at most; the usual 500,000 are 8,000 requests a second, in some 26 MB. */
  constructor(private readonly limit = 500_000) {}

  /** How many are remembered. */
  get size(): number {
    return this.#count;
  }

  note(signature: string, time: number, now: number): 'new' | 'replayed' | 'too-many' {
    this.#forgetOld(now);
    const seen = this.#ofSecond.get(time);
    if (seen?.has(signature)) return 'replayed';
    if (this.#count >= this.limit) return 'too-many';
    this.#count += 1;
    if (seen) seen.add(signature);
    else this.#ofSecond.set(time, new Set([signature]));
    return 'new';
  }

  #forgetOld(now: number): void {
    const oldest = Math.floor(now) - signatureWindow - 1;
    // A clock that was set back clears again.
    if (oldest === this.#clearedTo) return;
    this.#clearedTo = oldest;
    for (const [time, { size }] of this.#ofSecond) {
      if (time >= oldest) continue;
      this.#ofSecond.delete(time);
      this.#count -= size;
    }
  }
}
