import type { Socket } from 'node:net';
import type { SubgraphSilent } from '../../errors/gateway-error.js';
import { silenceOf } from '../silence.js';
import type { Dial } from './dial.js';
import { keptUsually } from './reply-head.js';
import { ReplyReader, type ReplyListener } from './reply-reader.js';

/** One request and who waits for its reply. */
export interface Exchange extends ReplyListener {
  /** True once nobody waits any more: then it is not begun. */
  readonly isOver: boolean;
  /** It is sent now: gives the text of the request, head and body. */
  begun(line: Line): string;
  /** The reply is whole. */
  ended(): void;
  /** There will be no reply, or no whole one. */
  broke(failure: SubgraphSilent): void;
}

/** What an exchange may do with the connection it has. */
export interface Line {
  /** Reads nothing more until it is resumed. */
  pause(): void;
  resume(): void;
  /** Ends the connection. */
  drop(): void;
}

/** Who has a connection and is told what becomes of it. */
export interface Holder {
  /** It can be used for another exchange. */
  freed(connection: Connection): void;
  /** It is of no use any more. Told once. */
  lost(connection: Connection): void;
}

/** Milliseconds a connection may take to be made. */
const patience = 5_000;

/** Bytes that are read at once. What comes is copied before others are read, so one place is enough for all. */
const place = Buffer.allocUnsafeSlow(64 * 1024);

/** One kept connection to a subgraph, which carries one exchange at a time. */
export class Connection implements Line {
  /** The millisecond of `performance.now()` until which it may wait for another exchange. */
  idleUntil = 0;
  readonly #holder: Holder;
  readonly #socket: Socket;
  readonly #reader = new ReplyReader();
  #exchange: Exchange | undefined;
  #isReady = false;
  #isResting = false;
  #isLost = false;
  #error: Error | undefined;

  /** Begins to connect; the first exchange is sent once it is connected. */
  constructor(dial: Dial, holder: Holder, first: Exchange) {
    this.#holder = holder;
    this.#exchange = first;
    const { socket, ready } = dial({
      buffer: place,
      callback: (length) => {
        this.#take(place.subarray(0, length));
        return true;
      },
    });
    this.#socket = socket;
    const timer = setTimeout(() => socket.destroy(tooLate()), patience).unref();
    socket.once(ready, () => {
      clearTimeout(timer);
      this.#readied();
    });
    socket.on('error', (error) => (this.#error = error));
    socket.on('end', () => this.#finished());
    socket.on('close', () => {
      clearTimeout(timer);
      this.#closed();
    });
  }

  /** From now on, and until it is used again, it keeps no process alive. */
  rest(): void {
    this.#isResting = true;
    this.#socket.unref();
  }

  /** Sends a request, when there is no other whose reply is not there. */
  begin(exchange: Exchange): void {
    if (this.#isResting) this.#socket.ref();
    this.#isResting = false;
    this.#exchange = exchange;
    this.#reader.begin(exchange);
    this.#socket.write(exchange.begun(this), 'utf8');
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Ends the connection in the middle of whatever there is. */
  close(): void {
    this.#socket.destroy();
  }

  drop(): void {
    this.#exchange = undefined;
    this.#reader.stop();
    this.#leave();
    this.#socket.destroy();
  }

  #readied(): void {
    const first = this.#exchange;
    this.#isReady = true;
    this.#exchange = undefined;
    if (first && !first.isOver) return this.begin(first);
    this.#free(keptUsually);
  }

  #take(bytes: Buffer): void {
    const exchange = this.#exchange;
    // Nobody asked.
    if (!exchange || !this.#isReady) return this.drop();
    try {
      this.#reader.take(bytes);
    } catch (error) {
      this.drop();
      return exchange.broke(silenceOf(error, true));
    }
    if (this.#exchange === exchange && this.#reader.isOver) this.#ended(exchange);
  }

  #ended(exchange: Exchange): void {
    this.#exchange = undefined;
    const { kept } = this.#reader;
    // A reply that came before the request was sent to its end.
    if (kept === 0 || this.#socket.writableLength > 0) this.drop();
    else this.#free(kept);
    exchange.ended();
  }

  #free(kept: number): void {
    this.idleUntil = performance.now() + kept;
    this.#holder.freed(this);
  }

  /** The other side sends nothing more. */
  #finished(): void {
    const exchange = this.#exchange;
    if (exchange && this.#reader.end()) this.#ended(exchange);
    else this.#leave();
  }

  #closed(): void {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    this.#leave();
    exchange?.broke(silenceOf(this.#error ?? closedEarly(), this.#isReady));
  }

  #leave(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#holder.lost(this);
  }
}

function tooLate(): Error {
  return Object.assign(new Error('No connection was made in time.'), { code: 'ETIMEDOUT' });
}

function closedEarly(): Error {
  return Object.assign(new Error('The other side closed the connection.'), { code: 'ECONNRESET' });
}
