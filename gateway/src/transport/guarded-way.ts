import { setTimeout as after } from 'node:timers/promises';
import { isBeforeTheWork, isOfTheSubgraph, isPassing, type Fault } from '../errors/fault.js';
import { SubgraphSilent } from '../errors/gateway-error.js';
import {
  CircuitBreaker,
  type BreakerPolicy,
  type BreakerState,
  type Pass,
} from './circuit-breaker.js';
import { InFlight } from './in-flight.js';
import { RetryBudget, type RetryPolicy } from './retry-budget.js';
import { refuseOtherSchema } from './schema-drift.js';
import { silenceOf, silenceOfAbort } from './silence.js';
import { abortSignalOf } from './stop.js';
import type {
  SubgraphAnswer,
  SubgraphEvent,
  SubgraphRequest,
  SubgraphSubscription,
  Transport,
} from './transport.js';

/** How a gateway guards its ways to the subgraphs. */
export interface WayOptions {
  /** Whether equal questions under way at the same moment are sent once; true unless said. */
  sharing?: boolean;
  breaker?: Partial<BreakerPolicy>;
  retries?: Partial<RetryPolicy>;
}

/** How a subgraph fares, for readiness and metrics; counts since the gateway started. */
export interface WayState {
  service: string;
  breaker: BreakerState;
  /** Requests sent, second tries included. */
  sent: number;
  /** Second tries among them. */
  retried: number;
  /** Questions that were answered with what another had asked at the same moment. */
  shared: number;
  faults: Readonly<Partial<Record<Fault, number>>>;
  /** When the subgraph last refused a planned operation as not of its schema, if within ten minutes. */
  schemaDiffersSince: Date | undefined;
}

/** Milliseconds for which a request waits to see how the one that tries fares. */
const trialAwaited = 500;

/** Milliseconds for which a schema that differs is told after it was last met. */
const driftTold = 600_000;

/**
 * A way to a subgraph with everything that guards it: equal questions are sent once, queries are tried
 * again within a budget, a subgraph that is not well is left alone, and a mutation is sent once only; when
 * nobody can know what became of it, that is what is said.
 */
export class GuardedWay implements Transport {
  readonly #breaker: CircuitBreaker;
  readonly #budget: RetryBudget;
  readonly #outer: Transport;
  readonly #faults: Partial<Record<Fault, number>> = {};
  readonly #counts = { sent: 0, retried: 0, shared: 0 };
  #driftAt: Date | undefined;

  constructor(
    readonly service: string,
    private readonly inner: Transport,
    options: WayOptions = {},
  ) {
    this.#breaker = new CircuitBreaker(options.breaker);
    this.#budget = new RetryBudget(options.retries);
    const asked: Transport = { send: (request) => this.#ask(request) };
    this.#outer =
      options.sharing === false ? asked : new InFlight(asked, () => (this.#counts.shared += 1));
  }

  send(request: SubgraphRequest): Promise<SubgraphAnswer> {
    return this.#outer.send(request);
  }

  /** Subscribes; what is broken off is for the subscriber to begin again. */
  subscribe(asked: SubgraphSubscription): AsyncIterable<SubgraphEvent> {
    const events = this.inner.subscribe?.(asked);
    if (events) return events;
    throw new SubgraphSilent('no-route', 'this way carries no subscriptions');
  }

  /** How the subgraph fares at this moment. */
  state(): WayState {
    const since = this.#driftAt;
    return {
      service: this.service,
      breaker: this.#breaker.state,
      ...this.#counts,
      faults: { ...this.#faults },
      schemaDiffersSince: since && Date.now() - since.getTime() < driftTold ? since : undefined,
    };
  }

  close(): Promise<void> {
    return this.inner.close?.() ?? Promise.resolve();
  }

  #ask(request: SubgraphRequest): Promise<SubgraphAnswer> {
    return request.operation.kind === 'mutation' ? this.#write(request) : this.#read(request);
  }

  async #read(request: SubgraphRequest): Promise<SubgraphAnswer> {
    this.#budget.asked();
    for (let attempt = 1; ; attempt += 1) {
      const pass = this.#admitted() ?? (await this.#afterTrial(request));
      try {
        return this.#received(await this.inner.send(request), pass);
      } catch (error) {
        const failure = this.#failed(error, pass);
        const { deadline, signal } = request.scope;
        if (!isPassing(failure.fault) || signal.aborted) throw failure;
        const pause = this.#budget.pauseAfter(attempt, deadline - performance.now());
        if (pause === undefined) throw failure;
        await after(pause, undefined, { signal: abortSignalOf(signal) }).catch(() => {
          throw silenceOfAbort(signal, true);
        });
        this.#counts.retried += 1;
      }
    }
  }

  async #write(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const pass = this.#admitted() ?? (await this.#afterTrial(request));
    try {
      return this.#received(await this.inner.send(request), pass);
    } catch (error) {
      const failure = this.#failed(error, pass);
      if (isBeforeTheWork(failure.fault)) throw failure;
      throw new SubgraphSilent(failure.fault, `unknown outcome of a mutation: ${failure.message}`, {
        code: 'OUTCOME_UNKNOWN',
        cause: failure.cause,
      });
    }
  }

  #admitted(): Pass | undefined {
    const pass = this.#breaker.admit();
    if (pass) this.#counts.sent += 1;
    return pass;
  }

  /**
   * Lets a request through when the one that tries has found the subgraph well, for which it waits a little: those
   * that come at the same moment as the first after a failure need not fail. Throws what is told where the subgraph is
   * left alone.
   */
  async #afterTrial({ scope: { signal } }: SubgraphRequest): Promise<Pass> {
    const { trial } = this.#breaker;
    if (trial) {
      const soon = new AbortController();
      const patience = after(trialAwaited, undefined, { signal: soon.signal }).catch(() => {});
      await Promise.race([trial, patience]);
      soon.abort();
      if (signal.aborted) throw this.#noted(silenceOfAbort(signal, false));
    }
    const pass = this.#admitted();
    if (pass) return pass;
    throw this.#noted(new SubgraphSilent('breaker-open', 'it has just failed too often'));
  }

  #received(answer: SubgraphAnswer, pass: Pass): SubgraphAnswer {
    refuseOtherSchema(answer);
    this.#breaker.succeeded(pass);
    return answer;
  }

  #failed(error: unknown, pass: Pass): SubgraphSilent {
    const failure = silenceOf(error, true);
    this.#judge(failure.fault, pass);
    return this.#noted(failure);
  }

  #judge(fault: Fault, pass: Pass): void {
    if (fault === 'asker-gone') this.#breaker.withdrawn(pass);
    else if (isOfTheSubgraph(fault)) this.#breaker.failed(pass);
    else this.#breaker.succeeded(pass);
  }

  #noted(failure: SubgraphSilent): SubgraphSilent {
    this.#faults[failure.fault] = (this.#faults[failure.fault] ?? 0) + 1;
    if (failure.fault === 'other-schema') this.#driftAt = new Date();
    return failure;
  }
}
