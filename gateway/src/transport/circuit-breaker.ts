/** When a breaker opens, and for how long. */
export interface BreakerPolicy {
  /** Milliseconds that are looked back on; 10,000 unless said. */
  window: number;
  /** Failures in the window below which it stays closed; 5 unless said. */
  failures: number;
  /** The share of failures in the window from which it opens; 0.5 unless said. */
  share: number;
  /** Failures in a row from which it opens whatever went before; 10 unless said. */
  inARow: number;
  /** Milliseconds it stays open before one request may try again; 1,000 unless said. */
  rest: number;
}

/** Closed lets everything through, open nothing, half-open the one request that tries. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** What a request was let through with, to be given back with how it went. */
export type Pass = 'usual' | 'trial';

/** What a breaker goes by unless something else is said. */
export const usualBreaker: BreakerPolicy = {
  window: 10_000,
  failures: 5,
  share: 0.5,
  inARow: 10,
  rest: 1_000,
};

/** Parts of the window that are forgotten one by one. */
const slots = 10;

/**
 * Keeps requests from a subgraph that is not well, so that nobody waits for it in vain: opens on the share
 * of failures in a moving window or on some in a row, and closes again when one request that tried has succeeded.
 */
export class CircuitBreaker {
  readonly #policy: BreakerPolicy;
  readonly #succeeded = new Float64Array(slots);
  readonly #failed = new Float64Array(slots);
  #slot = 0;
  #inARow = 0;
  #openUntil: number | undefined;
  /** The request that tries, until it is known how it went. */
  #trial: PromiseWithResolvers<void> | undefined;

  constructor(
    policy: Partial<BreakerPolicy> = {},
    /** Milliseconds on a clock that nobody sets. */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#policy = { ...usualBreaker, ...policy };
  }

  /** Where it stands at this moment. */
  get state(): BreakerState {
    if (this.#openUntil === undefined) return 'closed';
    return this.#trial || this.now() >= this.#openUntil ? 'half-open' : 'open';
  }

  /** Settles when the request that tries has ended, however it did; undefined while none does. */
  get trial(): Promise<void> | undefined {
    return this.#trial?.promise;
  }

  /** Lets a request through, or not. */
  admit(): Pass | undefined {
    if (this.#openUntil === undefined) return 'usual';
    if (this.#trial || this.now() < this.#openUntil) return undefined;
    this.#trial = Promise.withResolvers();
    return 'trial';
  }

  /** Notes an answer. */
  succeeded(pass: Pass): void {
    if (pass === 'trial') return this.#close();
    if (this.#openUntil !== undefined) return;
    this.#inARow = 0;
    this.#count(this.#succeeded);
  }

  /** Notes that there was none. */
  failed(pass: Pass): void {
    if (pass === 'trial') return this.#open();
    // What began before it opened says nothing of now.
    if (this.#openUntil !== undefined) return;
    this.#inARow += 1;
    this.#count(this.#failed);
    const { failures, share, inARow } = this.#policy;
    const failed = sumOf(this.#failed);
    const isMostly = failed >= (failed + sumOf(this.#succeeded)) * share;
    if ((failed >= failures && isMostly) || this.#inARow >= inARow) this.#open();
  }

  /** Notes that a request says nothing of the subgraph; another may try in its place. */
  withdrawn(pass: Pass): void {
    if (pass === 'trial') this.#endTrial();
  }

  #endTrial(): void {
    this.#trial?.resolve();
    this.#trial = undefined;
  }

  #open(): void {
    this.#openUntil = this.now() + this.#policy.rest;
    this.#endTrial();
  }

  #close(): void {
    this.#openUntil = undefined;
    this.#inARow = 0;
    this.#succeeded.fill(0);
    this.#failed.fill(0);
    this.#endTrial();
  }

  #count(counts: Float64Array): void {
    const slot = Math.floor((this.now() * slots) / this.#policy.window);
    for (let passed = Math.max(this.#slot + 1, slot - slots + 1); passed <= slot; passed += 1) {
      this.#succeeded[passed % slots] = 0;
      this.#failed[passed % slots] = 0;
    }
    this.#slot = Math.max(this.#slot, slot);
    const at = slot % slots;
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

function sumOf(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
