import type { TextAnswer } from '../../transport/text-answer.js';
import type { Read } from './answer-reader.js';
import { Piece } from './piece.js';

/** What was told in one run, as text; and how to learn the same by parsing it. */
export class VerbatimRun {
  readonly root = new Piece(0);
  #found: (readonly Piece[] | undefined)[] = [];
  #parsing: (() => void)[] = [];
  readonly #answers: TextAnswer[] = [];

  /** Notes what an answer told; `parse` puts the same into the run as objects. */
  learn(answer: TextAnswer, { found }: Pick<Read<unknown>, 'found'>, parse: () => void): void {
    this.#answers.push(answer);
    found.forEach((pieces, place) => {
      this.#found[place] = pieces;
    });
    this.#parsing.push(parse);
  }

  /** The different objects at a place. */
  at(place: number): readonly Piece[] {
    return this.#found[place] ?? [];
  }

  /** Forgets everything. */
  letGo(): void {
    for (const answer of this.#answers) answer.letGo();
    for (const pieces of this.#found) pieces?.forEach((piece) => piece.letGo());
    this.#found = [];
    this.#parsing = [];
    this.root.letGo();
  }

  /** Puts everything that was told into the run as objects, in the order in which it was learned. */
  parse(): void {
    for (const parse of this.#parsing) parse();
  }
}
