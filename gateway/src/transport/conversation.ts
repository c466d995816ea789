import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { unpacking, type Encoding, type Sink } from './unpacking.js';
import { silenceOf, silenceOfAbort } from './silence.js';
import type { StopSignal } from './stop.js';

type Controller = Dispatcher.DispatchController;

/** What a subgraph sent, whatever it is. */
export interface Reply {
  status: number;
  type: string;
  /** Its header `Cache-Control`; empty where there is none. */
  cacheControl: string;
  /** Unpacked. */
  body: Buffer;
  /** Its length as it came. */
  bytes: number;
}

/** Who waits for a reply, and how large it may be. */
export interface Listening {
  resolve: (reply: Reply) => void;
  reject: (failure: SubgraphSilent) => void;
  signal: StopSignal;
  /** Bytes of the reply at most, as it comes and unpacked. */
  limit: number;
  /** The encodings that were asked for; anything else is refused. */
  encodings: readonly Encoding[];
}

/**
 * One request and its reply, as undici's dispatcher tells of them; it ends when the signal aborts and when
 * the reply grows over its limit, and frees the connection at once.
 */
export class Conversation implements Dispatcher.DispatchHandler {
  readonly #listening: Listening;
  #controller: Controller | undefined;
  #sink: Sink = new Plain();
  #failure: SubgraphSilent | undefined;
  #size = 0;
  #status = 0;
  #type = '';
  #cacheControl = '';

  constructor(listening: Listening) {
    this.#listening = listening;
    const { signal } = listening;
    signal.addEventListener('abort', this, { once: true });
    if (signal.aborted) this.handleEvent();
  }

  /** The signal aborted. */
  handleEvent(): void {
    this.#fail(silenceOfAbort(this.#listening.signal, this.#controller !== undefined));
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#failure) controller.abort(this.#failure);
  }

  onResponseStart(_: Controller, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.#status = status;
    this.#type = textOf(headers['content-type']);
    this.#cacheControl = textOf(headers['cache-control']);
    if (Number(headers['content-length']) > this.#listening.limit) return this.#tooLarge();
    const encoding = textOf(headers['content-encoding']).trim().toLowerCase() || 'identity';
    if (encoding === 'identity') return;
    const asked = this.#listening.encodings.find((each) => each === encoding);
    if (!asked) {
      const reason = `packed as "${encoding.slice(0, 40)}", which was not asked for`;
      return this.#fail(new SubgraphSilent('not-unpackable', reason));
    }
    this.#sink = unpacking(asked, this.#listening.limit, (failure) => this.#fail(failure));
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#failure) return;
    this.#size += chunk.byteLength;
    if (this.#size > this.#listening.limit) return this.#tooLarge();
    const drained = this.#sink.take(chunk);
    if (!drained) return;
    controller.pause();
    void drained.then(() => controller.resume());
  }

  onResponseEnd(): void {
    this.#sink.end((body) => {
      this.#listening.signal.removeEventListener('abort', this);
      this.#listening.resolve({
        status: this.#status,
        type: this.#type,
        cacheControl: this.#cacheControl,
        body,
        bytes: this.#size,
      });
    });
  }

  onResponseError(_: Controller, error: Error): void {
    this.#fail(silenceOf(error, this.#controller !== undefined));
  }

  #tooLarge(): void {
    this.#fail(new SubgraphSilent('too-large', `more than ${this.#listening.limit} bytes`));
  }

  #fail(failure: SubgraphSilent): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#listening.signal.removeEventListener('abort', this);
    this.#sink.drop();
    this.#listening.reject(failure);
    this.#controller?.abort(failure);
  }
}

/** Gathers a reply that is not packed. */
class Plain implements Sink {
  #chunks: Buffer[] = [];

  take(chunk: Buffer): undefined {
    this.#chunks.push(chunk);
  }

  end(done: (bytes: Buffer) => void): void {
    const [only] = this.#chunks;
    done(only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks));
  }

  drop(): void {
    this.#chunks = [];
  }
}

/** A header as one text; sent several times, it comes as a list. */
function textOf(header: unknown): string {
  if (typeof header === 'string') return header;
  return Array.isArray(header) ? header.join(', ') : '';
}
