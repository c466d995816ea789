/** What stands where objects may stand. */
export type Told = Piece | readonly Told[] | null;

/** One object as an answer told it: text that can be passed on, and what others add to it. */
export class Piece {
  /** The parts of its text that are passed on, in the order of the answer. */
  readonly texts: string[] = [];
  readonly children: Told[] = [];
  /** Values that are sent along when others are asked about it, as JSON. */
  readonly values: string[] = [];
  /** What other fetches told of it, by the number of the fetch at its place. */
  readonly additions: (Piece | undefined)[] = [];
  /** How long it is in the text it was read from. */
  length = 0;
  /** What the client is told of it, once that is known. */
  written: string | undefined;

  /** `start` is where it begins in the text it was read from. */
  constructor(readonly start: number) {}
}
