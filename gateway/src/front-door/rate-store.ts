import { LRUCache } from 'lru-cache';

/** A bucket of tokens: what it holds when full, and what flows in. */
export interface Bucket {
  capacity: number;
  perSecond: number;
}

/** Whether tokens were given, how many are missing now, and for how many seconds if they were not given. */
export interface Taken {
  isGranted: boolean;
  /** Tokens taken and not yet flowed in again, these included. */
  used: number;
  /** Seconds until they could be given. */
  wait: number;
}

/** Keeps buckets of tokens, one for each key. */
export interface RateStore {
  take(key: string, amount: number, bucket: Bucket): Taken | Promise<Taken>;
}

/** Keeps the buckets of this process in memory; of too many keys those that took nothing for longest are forgotten. */
export class MemoryRates implements RateStore {
  readonly #filled: LRUCache<string, { tokens: number; at: number }>;

  constructor(keys: number) {
    this.#filled = new LRUCache({ max: keys });
  }

  take(key: string, amount: number, { capacity, perSecond }: Bucket): Taken {
    // Counts up whatever is done to the clock.
    const now = performance.now() / 1000;
    let filled = this.#filled.get(key);
    if (!filled) this.#filled.set(key, (filled = { tokens: capacity, at: now }));
    const tokens = Math.min(capacity, filled.tokens + (now - filled.at) * perSecond);
    // What is more than a whole bucket is given when the bucket is full, and owed.
    const missing = Math.min(amount, capacity) - tokens;
    // So that rounding does not refuse what has just flowed in.
    const isGranted = missing <= 1e-9;
    filled.tokens = isGranted ? tokens - amount : tokens;
    filled.at = now;
    return {
      isGranted,
      used: capacity - tokens + amount,
      wait: isGranted ? 0 : missing / perSecond,
    };
  }
}
