import type { Piece } from './piece.js';
import { OddText, Reading } from './reading.js';

/** What was read of an answer. */
export interface Read<Data> {
  readonly data: Data;
  /** The different objects at each place, by the number of the place. */
  readonly found: readonly (readonly Piece[] | undefined)[];
}

/** Answers in a row of another form after which a subgraph is taken to write all of them so. */
const oddAnswers = 16;

/** Reads answers to one fetch from their text. */
export class AnswerReader<Data> {
  #odd = 0;

  /** `read` goes over what stands behind `"data":`. */
  constructor(private readonly readData: (reading: Reading) => Data) {}

  /** What an answer tells; undefined where it has to be parsed. */
  read(text: string): Read<Data> | undefined {
    if (this.#odd >= oddAnswers) return undefined;
    try {
      const reading = new Reading(text);
      reading.expect('{"data":');
      const data = this.readData(reading);
      reading.expect('}');
      if (text.length > reading.at && text.slice(reading.at).trim() !== '') throw new OddText();
      this.#odd = 0;
      return { data, found: reading.found };
    } catch (error) {
      if (!(error instanceof OddText)) throw error;
      this.#odd += 1;
      return undefined;
    }
  }
}
