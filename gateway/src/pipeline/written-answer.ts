import type { Fields } from '../execute/fields.js';
import type { GraphAnswer } from './graph-answer.js';

/** What an answer was written from. */
export interface WrittenFrom {
  /** The data as the client reads it. */
  project(): Fields | null;
  /** Lets go of it. */
  letGo(): void;
}

/** Characters from which an answer is made bytes before it is written. */
const longAnswer = 8 * 1024;

/** An answer in which nothing is missing: its text is there, its data for who looks at more than the text. */
export class WrittenAnswer implements GraphAnswer {
  declare readonly data: Fields | null;
  #text: string;
  readonly #from: WrittenFrom;
  #data: Fields | null | undefined;

  // One getter for all answers: with one each, the engine holds everything of every answer until it next looks at all of its memory.
  static readonly #own = {
    enumerable: true,
    get(this: WrittenAnswer): Fields | null {
      return (this.#data ??= this.#from.project());
    },
  };

  constructor(dataText: string, from: WrittenFrom) {
    this.#text = `{"data":${dataText}}`;
    this.#from = from;
    // Its own and enumerable, so that whoever copies the answer copies the data too.
    Object.defineProperty(this, 'data', WrittenAnswer.#own);
  }

  /** An answer as JSON. */
  static textOf(answer: GraphAnswer): string {
    return #text in answer ? answer.#text : JSON.stringify(answer);
  }

  /**
   * An answer as JSON, to be sent; nothing more can be read of it. What it was written from would else live as
   * long as the promises it came through, which are as old as the request and not looked at for a long time.
   */
  static sent(answer: GraphAnswer): string | Buffer {
    const text = WrittenAnswer.textOf(answer);
    // One write for what is small; a long text would be written through three times its memory.
    const sent = text.length > longAnswer ? Buffer.from(text, 'utf8') : text;
    if (#text in answer) {
      answer.#text = '';
      answer.#from.letGo();
    }
    return sent;
  }
}
