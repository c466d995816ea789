import type { SubgraphAnswer, TextReader } from './transport.js';

/** An answer that was read as text and has no errors; it is parsed for who needs objects. */
export class TextAnswer implements SubgraphAnswer {
  /** As it came: text, or bytes in UTF-8. */
  #body: string | Buffer;
  readonly #reader: TextReader;
  #read: unknown;
  #data: Record<string, unknown> | undefined;

  private constructor(
    { body, reader }: { body: string | Buffer; reader: TextReader },
    read: unknown,
    readonly cacheControl: string | undefined,
  ) {
    this.#body = body;
    this.#reader = reader;
    this.#read = read;
  }

  /** Reads an answer; undefined where it has to be parsed. */
  static of(
    body: string | Buffer,
    reader: TextReader,
    cacheControl?: string,
  ): TextAnswer | undefined {
    const read = reader.read(body.toString());
    return read === undefined ? undefined : new TextAnswer({ body, reader }, read, cacheControl);
  }

  /** What a reader reads of it. Whoever is given it may write into it. */
  readBy<Read>(reader: TextReader<Read>): Read | undefined {
    if (reader !== this.#reader || this.#read === undefined)
      return reader.read(this.#body.toString());
    // The same reader read it.
    const read = this.#read as Read;
    this.#read = undefined;
    return read;
  }

  get data(): Record<string, unknown> {
    // It was read before, and is an object.
    this.#data ??= (JSON.parse(this.#body.toString()) as { data: Record<string, unknown> }).data;
    return this.#data;
  }

  /** Lets go of its text; nothing more can be read of it. */
  letGo(): void {
    this.#body = '';
    this.#data = undefined;
    this.#read = undefined;
  }

  /** The same for somebody else, who shares nothing with it that could be written into. */
  copy(): TextAnswer {
    return new TextAnswer({ body: this.#body, reader: this.#reader }, undefined, this.cacheControl);
  }
}
