/** Lets so many do something at once, and nobody wait. */
export class Turns {
  #taken = 0;

  constructor(readonly limit: number) {}

  /** Takes a turn if one is free; whoever got one gives it back. */
  take(): boolean {
    if (this.#taken >= this.limit) return false;
    this.#taken += 1;
    return true;
  }

  /** Gives a turn back. */
  giveBack(): void {
    this.#taken -= 1;
  }
}
