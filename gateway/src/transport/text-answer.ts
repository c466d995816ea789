import type { SubgraphAnswer, TextReader } from './transport.js';

/** An answer that was read as text and has no errors; it is parsed for who needs objects. */
export class TextAnswer implements SubgraphAnswer {
  #text: string;
  readonly #reader: TextReader;
  #read: unknown;
  #data: Record<string, unknown> | undefined;

  private constructor(
    { text, reader }: { text: string; reader: TextReader },
    read: unknown,
    readonly cacheControl: string | undefined,
  ) {
    this.#text = text;
    this.#reader = reader;
    this.#read = read;
  }

  /** Reads an answer; undefined where it has to be parsed. */
  static of(text: string, reader: TextReader, cacheControl?: string): TextAnswer | undefined {
    const read = reader.read(text);
    return read === undefined ? undefined : new TextAnswer({ text, reader }, read, cacheControl);
  }

  /** What a reader reads of it. Whoever is given it may write into it. */
  readBy<Read>(reader: TextReader<Read>): Read | undefined {
    if (reader !== this.#reader || this.#read === undefined) return reader.read(this.#text);
    // The same reader read it.
    const read = this.#read as Read;
    this.#read = undefined;
    return read;
  }

  get data(): Record<string, unknown> {
    // It was read before, and is an object.
    this.#data ??= (JSON.parse(this.#text) as { data: Record<string, unknown> }).data;
    return this.#data;
  }

  /** Lets go of its text; nothing more can be read of it. */
  letGo(): void {
    this.#text = '';
    this.#data = undefined;
    this.#read = undefined;
  }

  /** The same for somebody else, who shares nothing with it that could be written into. */
  copy(): TextAnswer {
    return new TextAnswer({ text: this.#text, reader: this.#reader }, undefined, this.cacheControl);
  }
}
