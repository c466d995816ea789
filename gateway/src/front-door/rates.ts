import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { HttpRefused } from '../errors/http-refused.js';
import { limitsOf } from '../guard/limits.js';
import type { Bucket, RateStore, Taken } from './rate-store.js';

/** What one client may ask for as time goes by. */
type RateLimit = 'requestsPerSecond' | 'costPerMinute' | 'newTokensPerSecond';

interface Rate {
  limit: RateLimit;
  allowed: number;
  bucket: Bucket;
}

/** A client that asked for more than it may as time goes by; the answer names the limit and the value. */
export class RateExceeded extends HttpRefused {
  /** Seconds until it may ask this. */
  readonly wait: number;

  constructor({ limit, allowed }: Rate, { value, wait }: { value: number; wait: number }) {
    const seconds = String(Math.max(1, Math.ceil(wait)));
    super(429, `${sentences[limit](value, allowed)}; ask again in ${seconds} s.`, {
      'retry-after': seconds,
    });
    this.details = { limit, allowed, value };
    this.wait = wait;
  }
}

const sentences: Readonly<Record<RateLimit, (value: number, allowed: number) => string>> = {
  requestsPerSecond: (value, allowed) =>
    `This client sent ${value} requests faster than the ${allowed} a second that are allowed`,
  costPerMinute: (value, allowed) =>
    `This client's operations cost ${value} within a minute, and ${allowed} is allowed`,
  newTokensPerSecond: (value, allowed) =>
    `${value} new tokens came from this address faster than the ${allowed} a second that are looked at`,
};

/** Holds each client to its rates; throws RateExceeded. */
export class Rates {
  readonly #store: RateStore;
  readonly #requests: Rate | undefined;
  readonly #cost: Rate | undefined;
  readonly #newTokens: Rate | undefined;

  constructor(settings: GatewaySettings, store: RateStore) {
    this.#store = store;
    const isOpen = settings.mode === 'development';
    const { contract, rates, limits } = settings;
    const share = (rate: number | undefined, usual: number): number | undefined => {
      const whole = rate ?? (isOpen ? undefined : usual);
      return whole && whole / rates.gateways;
    };
    const perSecond = share(rates.requestsPerSecond, contract === 'public' ? 20 : 200);
    const perMinute = share(rates.costPerMinute, 20 * limitsOf(contract, limits).cost);
    const burst = rates.burst && Math.max(1, rates.burst / rates.gateways);
    this.#requests = perSecondOf('requestsPerSecond', perSecond, burst);
    this.#newTokens = perSecondOf('newTokensPerSecond', share(rates.newTokensPerSecond, 50));
    this.#cost =
      perMinute === undefined
        ? undefined
        : {
            limit: 'costPerMinute',
            allowed: perMinute,
            bucket: { capacity: perMinute, perSecond: perMinute / 60 },
          };
  }

  /** Counts one request of a client. */
  request(client: string): void | Promise<void> {
    if (this.#requests) return this.#take(`request ${client}`, 1, this.#requests);
  }

  /** Counts a token not seen before, which costs a signature to look at and may be anybody's. */
  newToken(place: string): void | Promise<void> {
    if (this.#newTokens) return this.#take(`token ${place}`, 1, this.#newTokens);
  }

  /** Counts what an operation of a client costs. */
  cost(client: string, cost: number): void | Promise<void> {
    if (this.#cost) return this.#take(`cost ${client}`, cost, this.#cost);
  }

  #take(key: string, amount: number, rate: Rate): void | Promise<void> {
    const taken = this.#store.take(key, amount, rate.bucket);
    // A store in memory answers at once, and nobody waits for a turn of the queue.
    return taken instanceof Promise
      ? taken.then((answer) => refuseUngranted(answer, rate))
      : refuseUngranted(taken, rate);
  }
}

function refuseUngranted({ isGranted, used, wait }: Taken, rate: Rate): void {
  if (!isGranted) throw new RateExceeded(rate, { value: Math.round(used), wait });
}

function perSecondOf(
  limit: RateLimit,
  allowed: number | undefined,
  burst?: number,
): Rate | undefined {
  if (allowed === undefined) return undefined;
  return {
    limit,
    allowed,
    bucket: { capacity: burst ?? Math.max(1, 2 * allowed), perSecond: allowed },
  };
}
