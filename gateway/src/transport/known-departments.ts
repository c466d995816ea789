import type { AnswerCache } from '../cache/answer-cache.js';
import { SubgraphSilent } from '../errors/gateway-error.js';
import type { Departments } from '../execute/run.js';
import type { Log } from '../log.js';
import { GuardedWay, type WayOptions, type WayState } from './guarded-way.js';
import type { SubgraphEvent, SubgraphSubscription, Transport } from './transport.js';

/** Milliseconds between two log lines that say that a breaker is open; there is one such answer per request. */
const betweenSpared = 1_000;

/** The subgraphs of one gateway: the way to each, and when it last gave a usable answer. */
export class KnownDepartments implements Departments {
  /** Unix milliseconds. */
  readonly #lastGoodAt = new Map<string, number>();
  readonly #spared = new Map<string, { toldAt: number; times: number }>();
  readonly #ways = new Map<string, GuardedWay>();
  readonly #options: WayOptions;
  /** What was answered before and is the same for everybody. */
  readonly kept: AnswerCache | undefined;

  constructor(
    transports: ReadonlyMap<string, Transport>,
    private readonly log: Log,
    options: WayOptions & { kept?: AnswerCache } = {},
  ) {
    this.kept = options.kept;
    this.#options = options;
    this.serve(transports);
  }

  /** Takes these ways from now on; gives back those they replace, which requests under way may still be using. */
  serve(transports: ReadonlyMap<string, Transport>): GuardedWay[] {
    const replaced: GuardedWay[] = [];
    for (const [service, transport] of transports) {
      const before = this.#ways.get(service);
      if (before) replaced.push(before);
      this.#ways.set(service, new GuardedWay(service, transport, this.#options));
    }
    return replaced;
  }

  transport(service: string): Transport | undefined {
    return this.#ways.get(service);
  }

  /** Subscribes to a subgraph; throws SubgraphSilent when there is no way to it. */
  subscribe(service: string, asked: SubgraphSubscription): AsyncIterable<SubgraphEvent> {
    const way = this.#ways.get(service);
    if (!way) throw new SubgraphSilent('no-route', 'no transport is known');
    return way.subscribe(asked);
  }

  /** How each subgraph fares at this moment. */
  states(): WayState[] {
    return [...this.#ways.values()].map((way) => way.state());
  }

  answered(service: string): void {
    this.#lastGoodAt.set(service, Date.now());
  }

  silent(
    service: string,
    { code, fault, message, cause }: SubgraphSilent,
    requestId: string,
  ): void {
    // Whoever leaves early says nothing of a subgraph, and could fill the log with it.
    if (fault === 'asker-gone') return;
    const times = fault === 'breaker-open' ? this.#timesSpared(service) : 1;
    if (times === 0) return;
    const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
    this.log.warn(
      { service, code, fault, times, reason, requestId },
      'A subgraph gave no usable answer.',
    );
  }

  /** How many requests an open breaker answered since that was last told; 0 when it was told just now. */
  #timesSpared(service: string): number {
    const now = performance.now();
    const spared = this.#spared.get(service) ?? { toldAt: -Infinity, times: 0 };
    this.#spared.set(service, spared);
    spared.times += 1;
    if (now - spared.toldAt < betweenSpared) return 0;
    const { times } = spared;
    this.#spared.set(service, { toldAt: now, times: 0 });
    return times;
  }

  /** When a subgraph last gave a usable answer, if it ever did. */
  lastGoodAt(service: string): Date | undefined {
    const at = this.#lastGoodAt.get(service);
    return at === undefined ? undefined : new Date(at);
  }

  /** Closes the ways to all subgraphs. */
  async close(): Promise<void> {
    for (const way of this.#ways.values()) await way.close();
  }
}
