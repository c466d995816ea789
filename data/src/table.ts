import { readFileSync } from 'node:fs';

/** One line of a table; every reader names its column, and a wrong cell says where it stands. */
export class Line {
  constructor(
    private readonly cells: ReadonlyMap<string, string>,
    readonly place: string,
  ) {}

  /** Promises the cell's text, or null where the cell is empty. */
  maybe(column: string): string | null {
    const cell = this.cells.get(column);
    if (cell === undefined) throw new Error(`${this.place} has no column "${column}".`);
    return cell === '' ? null : cell;
  }

  /** Promises a text that is not empty. */
  text(column: string): string {
    const cell = this.maybe(column);
    if (cell === null)
      throw new Error(`${this.place} leaves "${column}" empty; a value is needed.`);
    return cell;
  }

  /** Promises a finite number, or null where the cell is empty. */
  maybeNumber(column: string): number | null {
    const cell = this.maybe(column);
    if (cell === null) return null;
    const value = Number(cell);
    if (!Number.isFinite(value)) {
      throw new Error(`${this.place} says "${cell}" under "${column}"; a number is needed.`);
    }
    return value;
  }

  /** Promises a finite number. */
  number(column: string): number {
    this.text(column);
    return this.maybeNumber(column) ?? 0;
  }

  /** Promises the parts of a cell written with half-width semicolons. */
  list(column: string): string[] {
    return (this.maybe(column) ?? '').split(';').filter((part) => part !== '');
  }

  /** Promises the parts of a cell, each one of the given words; any other word is refused with the list of what is known. */
  listOf<const Word extends string>(column: string, words: readonly Word[]): Word[] {
    return this.list(column).map((part) => this.#known(column, part, words));
  }

  /** Promises one of the given words; any other word is refused with the list of what is known. */
  oneOf<const Word extends string>(column: string, words: readonly Word[]): Word {
    return this.#known(column, this.text(column), words);
  }

  /** Promises all cells of the line by their column, in the order of the header. */
  entries(): [string, string][] {
    return [...this.cells];
  }

  #known<const Word extends string>(column: string, cell: string, words: readonly Word[]): Word {
    const word = words.find((known) => known === cell);
    if (word === undefined) {
      throw new Error(
        `${this.place} says "${cell}" under "${column}"; known: ${words.join(', ')}.`,
      );
    }
    return word;
  }
}

const parsed = new Map<string, Line[]>();

const parse = (name: string): Line[] => {
  // src/ and dist/ lie side by side, so the same relative address finds the tables from both.
  const address = new URL(`../city/${name}.tsv`, import.meta.url);
  const [header = '', ...lines] = readFileSync(address, 'utf8').split('\n').filter(Boolean);
  const columns = header.split('\t');
  return lines.map((line, index) => {
    const place = `${name}.tsv line ${index + 2}`;
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new Error(`${place} has ${cells.length} cells; the header has ${columns.length}.`);
    }
    return new Line(new Map(columns.map((column, at) => [column, cells[at] ?? ''])), place);
  });
};

/** Promises the lines of one table of the bundled city, read once per process. */
export const readTable = (name: string): readonly Line[] => {
  const known = parsed.get(name) ?? parse(name);
  parsed.set(name, known);
  return known;
};

/** Promises one row for each line of a table, in the table's order. */
export const rowsOf = <Row>(name: string, read: (line: Line) => Row): Row[] => {
  const rows: Row[] = [];
  for (const line of readTable(name)) rows.push(read(line));
  return rows;
};
