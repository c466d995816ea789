import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { packing } from '../front-door/compress.js';
import type { Piece } from './table-writer.js';

/** How a table is sent. */
export interface SendingOptions {
  /** How the client takes what is packed; undefined for what is packed already. */
  readonly acceptEncoding: string | undefined;
  /** Milliseconds that a client may take to read what waits for it. */
  readonly slowAfter: number;
  /** Asked when the first piece is sent. */
  readonly headers: () => Record<string, string>;
}

const trailer = 'x-table-rows, x-graphql-errors';

/** Sends a table piece by piece, packed where the client takes that, and no faster than it reads. */
export class SentTable {
  #out: Writable | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: SendingOptions,
  ) {}

  /** Whether anything was sent, so that nothing can be refused any more. */
  get isBegun(): boolean {
    return this.#out !== undefined;
  }

  /** Sends a piece, the head before the first; rejects when the client is gone, or takes too long to read. */
  async send(piece: Piece): Promise<void> {
    const out = (this.#out ??= this.#begun());
    if (this.response.destroyed) throw new Error('The client has gone.');
    if (piece.length > 0 && !out.write(piece)) await this.#drained(out);
  }

  /** Ends the table with what is only known then. */
  end(trailers: Readonly<Record<string, string>>): void {
    this.response.addTrailers(trailers);
    this.#out?.end();
  }

  /** Breaks the connection off, so that the client knows that it has not got everything. */
  breakOff(): void {
    this.response.destroy();
  }

  #begun(): Writable {
    const { response, options } = this;
    const packed = packing(options.acceptEncoding);
    const headers = options.headers();
    const vary = [headers['vary'], 'accept-encoding'].filter(Boolean).join(', ');
    const own = packed && { 'content-encoding': packed.encoding };
    response.writeHead(200, { ...headers, vary, ...own, trailer });
    if (!packed) return response;
    response.once('close', () => packed.stream.destroy());
    packed.stream.pipe(response);
    return packed.stream;
  }

  #drained(out: Writable): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (failure?: string): void => {
        clearTimeout(timer);
        out.off('drain', drained);
        this.response.off('close', gone);
        if (failure === undefined) resolve();
        else reject(new Error(failure));
      };
      const drained = (): void => settle();
      const gone = (): void => settle('The client has gone.');
      const timer = setTimeout(
        () => settle('The client reads too slowly.'),
        this.options.slowAfter,
      );
      out.once('drain', drained);
      this.response.once('close', gone);
    });
  }
}
