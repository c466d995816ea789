import type { Fields } from '../execute/fields.js';
import type { GraphAnswer } from './graph-answer.js';

/** An answer in which nothing is missing: its text is there, its data for who looks at more than the text. */
export class WrittenAnswer implements GraphAnswer {
  declare readonly data: Fields | null;
  readonly #text: string;

  constructor(dataText: string, project: () => Fields | null) {
    this.#text = `{"data":${dataText}}`;
    let data: Fields | null | undefined;
    // Its own and enumerable, so that whoever copies the answer copies the data too.
    Object.defineProperty(this, 'data', {
      enumerable: true,
      get: () => (data === undefined ? (data = project()) : data),
    });
  }

  /** An answer as JSON. */
  static textOf(answer: GraphAnswer): string {
    return #text in answer ? answer.#text : JSON.stringify(answer);
  }
}
