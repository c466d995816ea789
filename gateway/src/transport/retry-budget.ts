/** When a question is asked again. */
export interface RetryPolicy {
  /** Times a question is asked at most; 3 unless said, 1 never asks again. */
  attempts: number;
  /** Second tries per request over time; 0.1 unless said. */
  share: number;
  /** Second tries that may come at once; 10 unless said. */
  burst: number;
  /** Milliseconds before the second try at most, twice as many before the third; 50 unless said. */
  pause: number;
}

/** What second tries go by unless something else is said. */
export const usualRetries: RetryPolicy = { attempts: 3, share: 0.1, burst: 10, pause: 50 };

/**
 * Decides whether a question is asked again: of many requests only a tenth, so that a subgraph in need is
 * not asked the more the less it answers.
 */
export class RetryBudget {
  readonly policy: RetryPolicy;
  #tokens: number;

  constructor(policy: Partial<RetryPolicy> = {}) {
    this.policy = { ...usualRetries, ...policy };
    this.#tokens = this.policy.burst;
  }

  /** Notes a request, which earns a part of a second try. */
  asked(): void {
    this.#tokens = Math.min(this.policy.burst, this.#tokens + this.policy.share);
  }

  /**
   * Milliseconds to wait before the next try, drawn anew each time so that many do not come back at once;
   * undefined when there is to be none. `left` are the milliseconds until the deadline.
   */
  pauseAfter(attempt: number, left: number): number | undefined {
    if (attempt >= this.policy.attempts || this.#tokens < 1) return undefined;
    const pause = (0.2 + 0.8 * Math.random()) * this.policy.pause * 2 ** (attempt - 1);
    if (pause >= left) return undefined;
    this.#tokens -= 1;
    return pause;
  }
}
