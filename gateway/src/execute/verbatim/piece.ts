/** What stands where objects may stand. */
export type Told = Piece | readonly Told[] | null;

const none: readonly never[] = [];

/** One object as an answer told it: text that can be passed on, and what others add to it. */
export class Piece {
  /** The parts of its text that are passed on, in the order of the answer. */
  texts: readonly string[] = none;
  children: readonly Told[] = none;
  /** Values that are sent along when others are asked about it, as JSON. */
  values: readonly string[] = none;
  /** What other fetches told of it, by the number of the fetch at its place. */
  additions: readonly (Piece | undefined)[] = none;
  /** How long it is in the text it was read from. */
  length = 0;
  /** What the client is told of it, once that is known. */
  written: string | undefined;

  /** `start` is where it begins in the text it was read from. */
  constructor(readonly start: number) {}

  /** Notes what a fetch told of it. */
  add(number: number, told: Piece): void {
    const additions = [...this.additions];
    additions[number] = told;
    this.additions = additions;
  }

  /** Forgets everything, so that nothing young lives on because this is old. */
  letGo(): void {
    this.texts = none;
    this.children = none;
    this.additions = none;
    this.written = undefined;
  }
}

/** A list with one more; that of a single one takes no more memory than it, since most pieces have one of each. */
export function withOne<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.length === 0 ? [item] : [...list, item];
}
