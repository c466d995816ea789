import { draw, numberOf } from '../draw.js';

/** A sequence of choices for one row: the same seed, collection and row give the same choices. */
export class Draws {
  private asked = 0;
  private readonly seed: number;

  constructor(seed: number, collection: string, row: number) {
    this.seed = draw(0x7fffffff, numberOf(`${seed}/${collection}`), row);
  }

  /** Promises a whole number from 0 to below `sides`. */
  below(sides: number): number {
    this.asked += 1;
    return draw(sides, this.seed, this.asked);
  }

  /** Promises one of the choices; there must be at least one. */
  pick<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('There is nothing to choose from; give one choice.');
    return choice;
  }
}
