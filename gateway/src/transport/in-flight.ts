import { SubgraphSilent } from '../errors/gateway-error.js';
import { abortReasonOf, type AbortReason } from './deadline.js';
import { ownCopy } from './own-copy.js';
import { silenceOfAbort } from './silence.js';
import { TextAnswer } from './text-answer.js';
import {
  SubgraphRequest,
  type RequestScope,
  type SubgraphAnswer,
  type Transport,
} from './transport.js';

/** The part of its time by which a flight may outlast the one who began it, for those who join later. */
const outlasting = 0.25;

/**
 * Sends equal questions that are under way at the same moment once. Equal is what is the same byte by byte,
 * and the bytes say who asks: nobody gets an answer that was made for somebody else.
 */
export class InFlight implements Transport {
  readonly #flights = new Map<string, Flight>();

  constructor(
    private readonly way: Transport,
    private readonly onShared: () => void = () => undefined,
  ) {}

  send(request: SubgraphRequest): Promise<SubgraphAnswer> {
    if (request.operation.kind === 'mutation') return this.#write(request);
    // Who has heard of a change must not be told what was read before it.
    const key = `${request.scope.dataVersion ?? ''} ${request.body}`;
    let flight = this.#flights.get(key);
    if (flight && request.scope.deadline <= flight.deadline) {
      this.onShared();
      if (request.scope.fetch) request.scope.fetch.source = 'shared';
    } else flight = this.#begin(request, key);
    return flight.join(request.scope);
  }

  close(): Promise<void> {
    return this.way.close?.() ?? Promise.resolve();
  }

  async #write(request: SubgraphRequest): Promise<SubgraphAnswer> {
    try {
      return await this.way.send(request);
    } finally {
      // Who asks after a change must not be told what was read before it.
      this.#flights.clear();
    }
  }

  #begin(request: SubgraphRequest, key: string): Flight {
    const flight: Flight = new Flight(request, this.way, () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }
}

/** Somebody who waits for a flight, for as long as its own signal says. */
class Waiting {
  constructor(
    readonly scope: RequestScope,
    readonly told: {
      resolve: (answer: SubgraphAnswer) => void;
      reject: (failure: unknown) => void;
    },
    private readonly leave: (waiting: Waiting) => void,
  ) {
    scope.signal.addEventListener('abort', this, { once: true });
  }

  handleEvent(): void {
    this.leave(this);
  }
}

class Flight {
  /** Until when the subgraph may work; those whose own deadline is later begin a flight of their own. */
  readonly deadline: number;
  readonly #waiting = new Set<Waiting>();
  readonly #controller = new AbortController();

  constructor(
    { operation, variablesText, scope }: SubgraphRequest,
    way: Transport,
    private readonly over: () => void,
  ) {
    const now = performance.now();
    this.deadline = scope.deadline + Math.max(0, Math.floor((scope.deadline - now) * outlasting));
    const own = { ...scope, deadline: this.deadline, signal: this.#controller.signal };
    way.send(new SubgraphRequest(operation, variablesText, own)).then(
      (answer) => this.#land(answer),
      (failure: unknown) => this.#crash(failure),
    );
  }

  join(scope: RequestScope): Promise<SubgraphAnswer> {
    return new Promise((resolve, reject) => {
      const waiting = new Waiting(scope, { resolve, reject }, (one) => this.#leave(one));
      this.#waiting.add(waiting);
      if (scope.signal.aborted) this.#leave(waiting);
    });
  }

  #land(answer: SubgraphAnswer): void {
    const waiting = this.#end();
    let copies: readonly SubgraphAnswer[];
    try {
      // Every run writes into what it was given. All copies are made before the first can.
      copies = waiting.map((_, index) => (index > 0 ? copyOf(answer) : answer));
    } catch (cause) {
      // Nobody else would hear of what is thrown here, and it would end the process.
      const reason = 'nested too deeply to be shared';
      const silence = new SubgraphSilent('wrong-shape', reason, { cause });
      for (const { told } of waiting) told.reject(silence);
      return;
    }
    for (const [index, copy] of copies.entries()) waiting[index]?.told.resolve(copy);
  }

  #crash(failure: unknown): void {
    for (const one of this.#end()) one.told.reject(failure);
  }

  #end(): Waiting[] {
    this.over();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const one of waiting) one.scope.signal.removeEventListener('abort', one);
    return waiting;
  }

  #leave(one: Waiting): void {
    if (!this.#waiting.delete(one)) return;
    one.told.reject(silenceOfAbort(one.scope.signal, true));
    if (this.#waiting.size > 0) return;
    this.over();
    const reason: AbortReason = abortReasonOf(one.scope.signal);
    this.#controller.abort(reason);
  }
}

function copyOf(answer: SubgraphAnswer): SubgraphAnswer {
  return answer instanceof TextAnswer ? answer.copy() : ownCopy(answer);
}
