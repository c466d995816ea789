import type { Read } from './answer-reader.js';
import { Piece } from './piece.js';

/** What was told in one run, as text; and how to learn the same by parsing it. */
export class VerbatimRun {
  readonly root = new Piece(0);
  readonly #found: (readonly Piece[] | undefined)[] = [];
  readonly #parsing: (() => void)[] = [];

  /** Notes what an answer told; `parse` puts the same into the run as objects. */
  learn({ found }: Pick<Read<unknown>, 'found'>, parse: () => void): void {
    found.forEach((pieces, place) => {
      this.#found[place] = pieces;
    });
    this.#parsing.push(parse);
  }

  /** The different objects at a place. */
  at(place: number): readonly Piece[] {
    return this.#found[place] ?? [];
  }

  /** Puts everything that was told into the run as objects, in the order in which it was learned. */
  parse(): void {
    for (const parse of this.#parsing) parse();
  }
}
