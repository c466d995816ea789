/** One line of the notes that go with a table. */
export interface Note {
  readonly name: string;
  readonly text: string | number;
}
