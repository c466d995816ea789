import type { Piece } from './piece.js';

/** An answer is well, or not, but not of the usual form: it is then parsed as JSON and looked at in full. */
export class OddText extends Error {}

// What a string of JSON may not hold as it is, or holds by an escape.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const special = /[\\\u0000-\u001f]/;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const quote = 34;
const backslash = 92;

/** Characters from which a text is not kept alive by what is cut out of it. */
const longText = 8 * 1024;

/** Where the reading of one text stands, and what was found in it. */
export class Reading {
  at = 0;
  /** The different objects read at each place, by the number of the place. */
  readonly found: Piece[][] = [];
  readonly #alike: (Map<string, Piece> | undefined)[] = [];

  constructor(readonly text: string) {}

  /** Goes over what has to stand here. Throws OddText when it does not. */
  expect(literal: string): void {
    const end = this.at + literal.length;
    // Comparing two strings whole is several times faster than `startsWith`.
    if (this.text.slice(this.at, end) !== literal) throw new OddText();
    this.at = end;
  }

  /** The character that stands here. */
  get next(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Goes over a string. Throws OddText when none stands here. */
  string(): void {
    const end = this.next === quote ? this.text.indexOf('"', this.at + 1) : -1;
    if (end < 0) throw new OddText();
    if (special.test(this.text.slice(this.at, end))) this.#escapedString();
    else this.at = end + 1;
  }

  #escapedString(): void {
    let end = this.at + 1;
    while (end < this.text.length && this.text.charCodeAt(end) !== quote) {
      end += this.text.charCodeAt(end) === backslash ? 2 : 1;
    }
    valueOf(this.text.slice(this.at, end + 1));
    this.at = end + 1;
  }

  /** Goes over a number and gives it. Throws OddText when none stands here that a client can be told. */
  number(): number {
    number.lastIndex = this.at;
    const [digits] = number.exec(this.text) ?? [];
    const value = Number(digits);
    if (digits === undefined || !Number.isFinite(value) || Object.is(value, -0)) {
      throw new OddText();
    }
    this.at += digits.length;
    return value;
  }

  /** What was read since a place. */
  since(from: number): string {
    const text = this.text.slice(from, this.at);
    // What is cut out of a text keeps all of it alive, unless it is put together first.
    return this.text.length > longText ? ` ${text}`.slice(1) : text;
  }

  /** What was read since a place, as JSON writes it: two writings of one value are the same. */
  value(from: number): string {
    const text = this.since(from);
    const isPlain = text.charCodeAt(0) === quote && !text.includes('\\');
    return isPlain ? text : JSON.stringify(valueOf(text));
  }

  /** The object that was read at a place with the same beginning, if this one is the same to its end. */
  alike(place: number, beginning: string, start: number): Piece | undefined {
    const known = this.#alike[place]?.get(beginning);
    if (!known) return undefined;
    const end = start + known.length;
    return this.text.slice(start, end) === this.text.slice(known.start, known.start + known.length)
      ? known
      : undefined;
  }

  /** Remembers an object that was read at a place. */
  note(place: number, piece: Piece, beginning: string | undefined): void {
    (this.found[place] ??= []).push(piece);
    if (beginning !== undefined) (this.#alike[place] ??= new Map()).set(beginning, piece);
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OddText();
  }
}
