import { hash } from 'node:crypto';

/**
 * Counts texts in little memory: 64-bit fingerprints in open addressing, 12 bytes a place, no text kept.
 * Two different texts of a million share a fingerprint with a chance of about one in 37 million.
 */
export class Fingerprints {
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  #counts = new Uint32Array(1024);
  #size = 0;

  /** Counts a text and tells how often it had been counted before. */
  add(text: string): number {
    if (this.#size * 2 > this.#low.length) this.#grow();
    const at = this.#place(...parts(text));
    const before = this.#counts[at] ?? 0;
    if (before === 0) {
      [this.#high[at], this.#low[at]] = parts(text);
      this.#size += 1;
    }
    this.#counts[at] = before + 1;
    return before;
  }

  /** How often a text was counted. */
  count(text: string): number {
    return this.#counts[this.#place(...parts(text))] ?? 0;
  }

  #place(high: number, low: number): number {
    const mask = this.#low.length - 1;
    let at = low & mask;
    while (this.#counts[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low))
      at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [high, low, counts] = [this.#high, this.#low, this.#counts];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    this.#counts = new Uint32Array(high.length * 2);
    counts.forEach((count, from) => {
      if (count === 0) return;
      const at = this.#place(high[from] ?? 0, low[from] ?? 0);
      this.#high[at] = high[from] ?? 0;
      this.#low[at] = low[from] ?? 0;
      this.#counts[at] = count;
    });
  }
}

/** Gives each record of a file its key, and knows rows that were there before. */
export class Identities {
  readonly #rows = new Fingerprints();
  readonly #keys = new Fingerprints();
  readonly #given = new Fingerprints();

  /** `numbers` counts the numbers of the whole file. */
  constructor(readonly numbers: Fingerprints) {}

  /** Whether the very same row was there before. */
  isRepeated(cells: readonly string[]): boolean {
    return this.#rows.add(rowText(cells)) > 0;
  }

  /** The number where it is unique in the file, else a key drawn from number and content; the same content again is told apart by its order. */
  keyOf(
    number: string | undefined,
    identity: readonly string[],
  ): { key: string; isFromNumber: boolean } {
    // One number over several rows counts once; only the first of them is known by it.
    if (number !== undefined && this.numbers.count(number) === 1 && this.#given.add(number) === 0)
      return { key: number, isFromNumber: true };
    const content = hash('sha256', [number ?? '', ...identity].join('\u001f'), 'hex').slice(0, 20);
    const before = this.#keys.add(content);
    return {
      key: before === 0 ? `c-${content}` : `c-${content}-${before + 1}`,
      isFromNumber: false,
    };
  }
}

/** A row as one text, the same for the same cells. */
export function rowText(cells: readonly string[]): string {
  return cells.join('\u001f');
}

/** The number of a cell as it is compared: half-width, without the ".0" that a spreadsheet adds. */
export function numberIn(cell: string): string {
  const text = cell.trim();
  return /^[\d-]+$/.test(text) ? text : text.normalize('NFKC').replace(/^(\d+)\.0$/, '$1');
}

function parts(text: string): [high: number, low: number] {
  const bytes = hash('sha1', text, 'buffer');
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}
