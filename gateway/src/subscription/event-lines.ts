import { SubgraphSilent } from '../errors/gateway-error.js';

/** Reads the data of events out of the bytes of an event stream, however they are cut. */
export class EventLines {
  readonly #decoder = new TextDecoder();
  readonly #limit: number;
  #rest = '';
  #data: string[] = [];
  #size = 0;

  /** `limit` is how many characters one event may have. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The data of every event that is whole now. Throws SubgraphSilent when one is too large. */
  take(chunk: Uint8Array): string[] {
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    const events: string[] = [];
    for (const line of lines) {
      if (line === '') this.#end(events);
      else if (line.startsWith('data:')) this.#add(line.slice(line[5] === ' ' ? 6 : 5));
    }
    this.#refuseLarge(this.#rest.length);
    return events;
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
