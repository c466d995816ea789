import { SubgraphSilent } from '../../errors/gateway-error.js';
import { silenceOf } from '../silence.js';
import { Connection, type Exchange, type Holder } from './connection.js';
import type { Dial } from './dial.js';

/** Milliseconds between two looks for connections that waited long enough. */
const lookingAgain = 1_000;

/** The kept connections to one subgraph; an exchange that finds none free waits for its turn. */
export class Connections implements Holder {
  readonly #dial: Dial;
  readonly #most: number;
  readonly #all = new Set<Connection>();
  /** The one used last is used next, so that those that are not needed grow old. */
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<Exchange>();
  #watch: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `most` is how many connections there are at most. */
  constructor(dial: Dial, most: number) {
    this.#dial = dial;
    this.#most = most;
  }

  /** Sends a request on a free connection, on a new one, or when it is its turn. */
  send(exchange: Exchange): void {
    if (this.#isClosed) return exchange.broke(closedByUs());
    const connection = this.#fresh();
    if (connection) return connection.begin(exchange);
    if (this.#all.size < this.#most) return this.#open(exchange);
    this.#waiting.add(exchange);
    this.#look();
  }

  freed(connection: Connection): void {
    const next = this.#next();
    if (next) return connection.begin(next);
    this.#idle.push(connection);
    this.#look();
  }

  lost(connection: Connection): void {
    this.#all.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    const next = this.#isClosed ? undefined : this.#next();
    if (next) this.#open(next);
  }

  /** Ends all connections; who still waits is told so. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    for (const exchange of this.#waiting) exchange.broke(closedByUs());
    this.#waiting.clear();
    for (const connection of this.#all) connection.close();
  }

  #open(exchange: Exchange): void {
    try {
      this.#all.add(new Connection(this.#dial, this, exchange));
    } catch (error) {
      // A certificate or a key that cannot be read.
      exchange.broke(silenceOf(error, false));
    }
  }

  /** A free connection that the other side will not close at this moment. */
  #fresh(): Connection | undefined {
    const now = performance.now();
    for (;;) {
      const connection = this.#idle.pop();
      if (!connection || now < connection.idleUntil) return connection;
      connection.drop();
    }
  }

  #next(): Exchange | undefined {
    for (const exchange of this.#waiting) {
      this.#waiting.delete(exchange);
      if (!exchange.isOver) return exchange;
    }
    return undefined;
  }

  #look(): void {
    this.#watch ??= setInterval(() => this.#tidy(), lookingAgain).unref();
  }

  /** Ends connections that waited long enough, and forgets who waits no more. */
  #tidy(): void {
    const now = performance.now();
    for (const connection of this.#idle.slice()) {
      if (now < connection.idleUntil) connection.rest();
      else connection.drop();
    }
    for (const exchange of this.#waiting) if (exchange.isOver) this.#waiting.delete(exchange);
    if (this.#idle.length > 0 || this.#waiting.size > 0) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }
}

function closedByUs(): SubgraphSilent {
  return new SubgraphSilent('reset-before-sending', 'the way to the subgraph was closed');
}
