import { SubgraphSilent } from '../errors/gateway-error.js';

/** Reads the data of events out of the bytes of an event stream, however they are cut. */
export class EventLines {
  readonly #decoder = new TextDecoder();
  readonly #limit: number;
  /** The pieces of a line that is not whole; put together once, when it is. */
  #begun: string[] = [];
  #begunSize = 0;
  #isAfterReturn = false;
  #data: string[] = [];
  #size = 0;

  /** `limit` is how many characters one event may have. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The data of every event that is whole now. Throws SubgraphSilent when one is too large. */
  take(chunk: Uint8Array): string[] {
    const events: string[] = [];
    for (const line of this.#lines(this.#decoder.decode(chunk, { stream: true }))) {
      if (line === '') this.#end(events);
      else if (line.startsWith('data:')) this.#add(line.slice(line[5] === ' ' ? 6 : 5));
    }
    this.#refuseLarge(this.#begunSize);
    return events;
  }

  /** The lines that end in a text; what follows the last of them waits for the next text. */
  #lines(came: string): string[] {
    // The second half of a line's end whose first half came before.
    const text = this.#isAfterReturn && came.startsWith('\n') ? came.slice(1) : came;
    if (came !== '') this.#isAfterReturn = came.endsWith('\r');
    const [first = '', ...others] = text.split(/\r\n|\n|\r/);
    this.#begun.push(first);
    this.#begunSize += first.length;
    const last = others.pop();
    if (last === undefined) return [];
    const whole = this.#begun.join('');
    this.#begun = [last];
    this.#begunSize = last.length;
    return [whole, ...others];
  }

  #end(events: string[]): void {
    if (this.#data.length > 0) events.push(this.#data.join('\n'));
    this.#data = [];
    this.#size = 0;
  }

  #add(data: string): void {
    this.#data.push(data);
    this.#size += data.length;
    this.#refuseLarge(0);
  }

  #refuseLarge(more: number): void {
    if (this.#size + more <= this.#limit) return;
    throw new SubgraphSilent('too-large', `an event of more than ${this.#limit} characters`);
  }
}
