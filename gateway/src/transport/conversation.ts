import { SubgraphSilent } from '../errors/gateway-error.js';
import type { Exchange, Line } from './connection/connection.js';
import type { ReplyHead } from './connection/reply-head.js';
import { unpacking, type Encoding, type Sink } from './unpacking.js';
import { silenceOfAbort } from './silence.js';
import type { StopSignal } from './stop.js';

/** What a subgraph sent, whatever it is. */
export interface Reply {
  status: number;
  type: string;
  /** Its header `Cache-Control`; empty where there is none. */
  cacheControl: string;
  /** Unpacked: short ones as text, long ones as bytes. */
  body: string | Buffer;
  /** Its length as it came. */
  bytes: number;
}

/** Who waits for a reply, and how large it may be. */
export interface Listening {
  /** The request, head and body, as it is at the moment in which it is sent. */
  text: () => string;
  resolve: (reply: Reply) => void;
  reject: (failure: SubgraphSilent) => void;
  signal: StopSignal;
  /** Bytes of the reply at most, as it comes and unpacked. */
  limit: number;
  /** The encodings that were asked for; anything else is refused. */
  encodings: readonly Encoding[];
}

/**
 * Bytes of a reply that is kept as text at most. The bytes of longer ones lie outside the memory that is looked through
 * for what is no longer needed, and are not moved about in it.
 */
const shortReply = 8 * 1024;

/**
 * One request and its reply; it ends when the signal aborts and when the reply grows over its limit, and frees the
 * connection at once.
 */
export class Conversation implements Exchange {
  readonly #listening: Listening;
  #line: Line | undefined;
  #isSent = false;
  #sink: Sink | undefined;
  #text = '';
  #failure: SubgraphSilent | undefined;
  #size = 0;
  #head: ReplyHead | undefined;

  constructor(listening: Listening) {
    this.#listening = listening;
    const { signal } = listening;
    signal.addEventListener('abort', this, { once: true });
    if (signal.aborted) this.handleEvent();
  }

  get isOver(): boolean {
    return this.#failure !== undefined;
  }

  /** The signal aborted. */
  handleEvent(): void {
    this.broke(silenceOfAbort(this.#listening.signal, this.#isSent));
  }

  begun(line: Line): string {
    this.#line = line;
    this.#isSent = true;
    return this.#listening.text();
  }

  headCame(head: ReplyHead): void {
    this.#head = head;
    if ((head.length ?? 0) > this.#listening.limit) return this.#tooLarge();
    const encoding = head.encoding.toLowerCase() || 'identity';
    if (encoding === 'identity') return;
    const asked = this.#listening.encodings.find((each) => each === encoding);
    if (!asked) {
      const reason = `packed as "${encoding.slice(0, 40)}", which was not asked for`;
      return this.broke(new SubgraphSilent('not-unpackable', reason));
    }
    this.#sink = unpacking(asked, this.#listening.limit, (failure) => this.broke(failure));
  }

  bytesCame(bytes: Buffer, isAll: boolean): void {
    if (this.#failure) return;
    this.#size += bytes.byteLength;
    if (this.#size > this.#listening.limit) return this.#tooLarge();
    // Most replies come at once, and need not be gathered.
    if (isAll && !this.#sink && bytes.byteLength <= shortReply) {
      this.#text = bytes.toString('utf8');
      return;
    }
    this.#sink ??= new Plain();
    const drained = this.#sink.take(Buffer.from(bytes));
    const line = this.#line;
    if (!drained || !line) return;
    line.pause();
    void drained.then(() => line.resume());
  }

  ended(): void {
    // The connection is another's from now on.
    this.#line = undefined;
    if (this.#sink) this.#sink.end((body) => this.#tell(body));
    else this.#tell(this.#text);
  }

  #tell(body: string | Buffer): void {
    this.#listening.signal.removeEventListener('abort', this);
    const { status = 0, type = '', cacheControl = '' } = this.#head ?? {};
    this.#listening.resolve({ status, type, cacheControl, body, bytes: this.#size });
  }

  broke(failure: SubgraphSilent): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#listening.signal.removeEventListener('abort', this);
    this.#sink?.drop();
    this.#listening.reject(failure);
    this.#line?.drop();
  }

  #tooLarge(): void {
    this.broke(new SubgraphSilent('too-large', `more than ${this.#listening.limit} bytes`));
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
