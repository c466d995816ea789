import { createHash } from 'node:crypto';

/**
 * The documents that a gateway answers without asking who wrote them, by the identifier of "GraphQL over
 * HTTP", appendix A: `sha256:` and the digest of their text in UTF-8.
 */
export class TrustedDocuments {
  readonly #textOf: ReadonlyMap<string, string>;
  readonly #texts: ReadonlySet<string>;
  /** Tells these documents from any others. */
  readonly key: string;

  constructor(texts: Iterable<string>) {
    this.#texts = new Set(texts);
    this.#textOf = new Map([...this.#texts].map((text) => [digestOf(text), text]));
    this.key = digestOf([...this.#textOf.keys()].sort().join());
  }

  /** The texts of all, in the order they were given. */
  get texts(): Iterable<string> {
    return this.#texts;
  }

  get size(): number {
    return this.#texts.size;
  }

  /** Whether exactly this text is trusted. */
  has(text: string): boolean {
    return this.#texts.has(text);
  }

  /** The text of a digest, 64 hexadecimal digits in lower case. */
  text(digest: string): string | undefined {
    return this.#textOf.get(digest);
  }
}

/** The SHA-256 of a document's text in UTF-8, in lower-case hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
