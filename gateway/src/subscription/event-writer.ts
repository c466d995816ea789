import type { ServerResponse } from 'node:http';

/** How one client's stream is written. */
export interface WriterOptions {
  /** Milliseconds that a client may take to read what waits for it; then it is dropped. */
  readonly slowAfter: number;
  readonly onDrop: () => void;
}

/** Milliseconds after which a client whose stream ended should connect again. */
const reconnectAfter = 1_000;

/**
 * Writes an event stream as "GraphQL over Server-Sent Events" prescribes, in distinct connections mode. What waits for
 * a client that does not read is one event at most: the next is not written, nor fetched, before.
 */
export class EventWriter {
  #id: string | undefined;
  #told: string | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: WriterOptions,
  ) {}

  /** True once nothing more can be written. */
  get isOver(): boolean {
    return this.response.destroyed || this.response.writableEnded;
  }

  /** Sends the head, once, so that the client knows that its stream is open. */
  begin(): void {
    if (this.isOver || this.response.headersSent) return;
    this.response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Asks nginx and its like to pass every event on at once.
      'x-accel-buffering': 'no',
    });
    this.response.write(':\n\n');
  }

  /** Remembers where the stream stands; the next thing that is written tells it. */
  standAt(id: string): void {
    this.#id = id;
  }

  /** Sends one answer, as JSON; settles when the client has room for another, or is gone. */
  next(answer: string): Promise<void> {
    return this.#write(`event: next\n${this.#place()}data: ${answer}\n\n`);
  }

  /** Says that the stream is alive, and where it stands if that is new. */
  beat(): void {
    this.begin();
    if (this.isOver || this.response.writableNeedDrain) return;
    this.response.write(`${this.#place()}:\n\n`);
  }

  /** Ends the stream because there is nothing more to tell. */
  complete(): void {
    this.begin();
    if (!this.isOver) this.response.end('event: complete\ndata:\n\n');
  }

  /** Ends the stream though there may be more: the client is to connect again and go on from where it stands. */
  breakOff(): void {
    this.begin();
    if (!this.isOver) this.response.end(`retry: ${reconnectAfter}\n${this.#place()}\n`);
  }

  #place(): string {
    if (this.#id === undefined || this.#id === this.#told) return '';
    this.#told = this.#id;
    return `id: ${this.#id}\n`;
  }

  async #write(text: string): Promise<void> {
    this.begin();
    if (this.isOver || this.response.write(text)) return;
    if (await this.#drained()) return;
    this.options.onDrop();
    this.response.destroy();
  }

  /** True when the client has read what waited for it, or is gone; false when it took too long. */
  #drained(): Promise<boolean> {
    const { response } = this;
    return new Promise((resolve) => {
      const settle = (inTime: boolean): void => {
        clearTimeout(timer);
        response.off('drain', drained);
        response.off('close', drained);
        resolve(inTime);
      };
      const drained = (): void => settle(true);
      const timer = setTimeout(() => settle(false), this.options.slowAfter);
      response.once('drain', drained);
      response.once('close', drained);
    });
  }
}
