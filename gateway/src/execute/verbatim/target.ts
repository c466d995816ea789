import type { Piece } from './piece.js';
import type { Supply } from './supply.js';

/** Where a value of an object comes from. */
export interface Source {
  /** The number of the fetch that adds it; undefined for where the object itself stands. */
  readonly addition: number | undefined;
  readonly teller: Supply;
  readonly key: string;
}

type Read = (piece: Piece) => string | undefined;

/** A place whose objects a fetch tells more of. */
export class Target {
  readonly #sent: readonly Source[];
  readonly #checks: readonly { key: string; source: Source }[];
  #reads: readonly Read[] | undefined;
  #checking: readonly { known: Read; at: number }[] | undefined;

  constructor(
    /** The number of the place. */
    readonly place: number,
    private readonly adding: { number: number; supply: Supply },
    /** What represents an object, and what has to be told of it again as it was told before. */
    {
      sent,
      checks,
    }: { sent: readonly Source[]; checks: readonly { key: string; source: Source }[] },
  ) {
    this.#sent = sent;
    this.#checks = checks;
  }

  /** The values that represent an object, as JSON; undefined when one was not told, or when all are null. */
  values(piece: Piece): readonly string[] | undefined {
    this.#reads ??= this.#sent.map(readerOf);
    const values: string[] = [];
    let isKnown = false;
    for (const read of this.#reads) {
      const value = read(piece);
      if (value === undefined) return undefined;
      isKnown ||= value !== 'null';
      values.push(value);
    }
    return isKnown ? values : undefined;
  }

  /** Adds what was told of an object; false when it tells otherwise what was told before. */
  add(piece: Piece, told: Piece): boolean {
    this.#checking ??= this.#checks.map(({ key, source }) => ({
      known: readerOf(source),
      at: this.adding.supply.compiled.values.indexOf(key),
    }));
    for (const { known, at } of this.#checking) {
      if (known(piece) !== told.values[at]) return false;
    }
    piece.add(this.adding.number, told);
    return true;
  }
}

function readerOf({ addition, teller, key }: Source): Read {
  const at = teller.compiled.values.indexOf(key);
  if (addition === undefined) return (piece) => piece.values[at];
  return (piece) => piece.additions[addition]?.values[at];
}
