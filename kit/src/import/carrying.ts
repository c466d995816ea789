import type { Mapping } from './alias.js';
import type { Line } from './table.js';

/** Fills blank cells from the row above in the columns of which a map says that one cell is meant for several rows. */
export class Carrying {
  readonly #above = new Map<number, string>();

  /** The line, filled; the same line where its mapping carries nothing. Lines are to be given in their order. */
  fill(line: Line, { carried = [] }: Pick<Mapping, 'carried'>): Line {
    if (carried.length === 0) return line;
    const cells = [...line.cells];
    for (const place of carried) {
      if ((cells[place] ?? '').trim() === '') cells[place] = this.#above.get(place) ?? '';
      else this.#above.set(place, cells[place] ?? '');
    }
    return { ...line, cells };
  }
}
