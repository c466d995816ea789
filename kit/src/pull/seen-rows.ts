import { SourceProblem, shownAddress } from '../outbound/source-problem.js';
import type { Declaration } from './declaration.js';
import { valueAt } from './json-pointer.js';
import type { SourcePage } from './source-page.js';

/**
 * Which rows of a list came already, page by page. A list is whole when it holds as many as each page says; where none
 * says it, when no row came twice: a row that comes twice has pushed another off the pages that were still to be read.
 */
export class SeenRows {
  readonly #keys = new Set<string>();
  #rows = 0;
  #twice: string | undefined;
  readonly #told = new Set<number>();
  #last = '';

  constructor(private readonly declared: Pick<Declaration, 'key' | 'total'>) {}

  /** The rows of a page that no page before it held. Throws a SourceProblem where it is the page before it once more. */
  newOf({ url, page, rows }: SourcePage): readonly unknown[] {
    const { total } = this.declared;
    if (total !== undefined) this.#told.add(totalOf(url, valueAt(page, total), total));
    const text = rows.length === 0 ? '' : JSON.stringify(rows);
    if (text !== '' && text === this.#last)
      throw new SourceProblem(
        'NOT_AS_DECLARED',
        `${shownAddress(url)} answers two pages one after the other with the same rows. See "next": is that the parameter by which it turns pages?`,
      );
    this.#last = text;
    const found = rows.filter((row) => this.#isNew(url, row));
    this.#rows += found.length;
    return found;
  }

  /** Throws a SourceProblem (MOVED) where the rows that came cannot be all there are. */
  mustBeWhole(url: URL): void {
    const place = shownAddress(url);
    const told = [...this.#told];
    // Rows that went while it was read leave a number that fits, and a gap.
    if (told.some((total) => total !== this.#rows))
      throw new SourceProblem(
        'MOVED',
        `${place} says that it has ${told.join(', then ')} rows ("total"), and gave ${this.#rows} different ones: rows changed their page while it was read, or the path of "total" or "next" is another.`,
      );
    if (told.length === 0 && this.#twice !== undefined)
      throw new SourceProblem(
        'MOVED',
        `${place} gave the row ${this.#twice.slice(0, 100)} on two pages: rows changed their page while it was read, or "key" tells no row from another. Let it list by a number that does not change.`,
      );
  }

  #isNew(url: URL, row: unknown): boolean {
    const { key } = this.declared;
    if (key === undefined) return true;
    const name = keyOf(url, row, key);
    if (!this.#keys.has(name)) {
      this.#keys.add(name);
      return true;
    }
    this.#twice ??= name;
    return false;
  }
}

/** The number by which a row is known. Throws a SourceProblem where it has none. */
export function keyOf(url: URL, row: unknown, key: string): string {
  const value = valueAt(row, key);
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new SourceProblem(
    'NOT_AS_DECLARED',
    `${shownAddress(url)} has a row without a number or text at "${key}" ("key").`,
  );
}

function totalOf(url: URL, value: unknown, total: string): number {
  const number = Number(value);
  if ((typeof value === 'string' || typeof value === 'number') && Number.isInteger(number))
    return number;
  throw new SourceProblem(
    'NOT_AS_DECLARED',
    `${shownAddress(url)} has no number of rows at "${total}" ("total").`,
  );
}
