import type { Fields } from '../execute/fields.js';
import type { GraphAnswer } from './graph-answer.js';

/** An answer in which nothing is missing: its text is there, its data for who looks at more than the text. */
export class WrittenAnswer implements GraphAnswer {
  declare readonly data: Fields | null;
  readonly #text: string;
  readonly #project: () => Fields | null;
  #data: Fields | null | undefined;

  // One getter for all answers: with one each, the engine holds everything of every answer until it next looks at all of its memory.
  static readonly #own = {
    enumerable: true,
    get(this: WrittenAnswer): Fields | null {
      return (this.#data ??= this.#project());
    },
  };

  constructor(dataText: string, project: () => Fields | null) {
    this.#text = `{"data":${dataText}}`;
    this.#project = project;
    // Its own and enumerable, so that whoever copies the answer copies the data too.
    Object.defineProperty(this, 'data', WrittenAnswer.#own);
  }

  /** An answer as JSON. */
  static textOf(answer: GraphAnswer): string {
    return #text in answer ? answer.#text : JSON.stringify(answer);
  }
}
