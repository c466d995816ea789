import type { Mapping } from './alias.js';
import { isDitto } from './cell/ditto.js';
import type { Line } from './table.js';

/** A line with what it leaves to the row above filled in. */
export interface FilledLine extends Line {
  /** Places where a mark (〃, 同上) stood for the cell above. */
  readonly repeated: readonly number[];
  /** Places where such a mark stood with nothing above it; blank now. */
  readonly unmeant: readonly number[];
}

/**
 * Fills cells from the row above: those that say so by a mark, in every column, and blank ones in the columns of which a
 * map says that one cell is meant for several rows.
 */
export class Carrying {
  readonly #above: string[] = [];

  /** The line, filled. Lines are to be given in their order. */
  fill(line: Line, { carried = [] }: Pick<Mapping, 'carried'>): FilledLine {
    const marked = this.#marked(line.cells);
    const blank = carried.filter((place) => (line.cells[place] ?? '').trim() === '');
    if (marked.length + blank.length === 0) return { ...line, repeated: marked, unmeant: marked };
    const cells = [...line.cells];
    for (const place of [...marked, ...blank]) cells[place] = this.#above[place] ?? '';
    const isMeant = (place: number): boolean => this.#above[place] !== undefined;
    return {
      ...line,
      cells,
      repeated: marked.filter(isMeant),
      unmeant: marked.filter((place) => !isMeant(place)),
    };
  }

  /** The places of marks; what else is filled is what the next row may mean. */
  #marked(cells: readonly string[]): number[] {
    const marked: number[] = [];
    for (const [place, cell] of cells.entries())
      if (isDitto(cell)) marked.push(place);
      else if (cell.trim() !== '') this.#above[place] = cell;
    return marked;
  }
}
