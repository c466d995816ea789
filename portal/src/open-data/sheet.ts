import type { PublicGraph } from '../collection/public-graph.js';
import type { FilterWord, Narrowed } from './narrowed.js';
import type { Municipality } from './place-words.js';

/** What the cells of a row may look up besides the row. */
export interface Setting {
  readonly municipality: Municipality;
  /** The address by which others know the hub, without a slash at its end. */
  readonly address: string;
  /** Names of the departments by code. */
  readonly departments: ReadonlyMap<string, string>;
}

/** One column: its header, exactly as the standard writes it, and what stands under it. */
export type Column<Row> = readonly [header: string, cell: (row: Row, setting: Setting) => string];

/** Under which edition of a standard a table is written. */
export interface Edition<Row> {
  readonly name: EditionName;
  /** For people: which edition it is, and how exactly. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
}

/** `older` is the edition that most published files use, `2026` the current one, `own` where no standard is known. */
export type EditionName = 'older' | '2026' | 'own';

/** How the rows of a sheet are read. */
export interface RowReading {
  readonly graph: PublicGraph;
  readonly narrowed: Narrowed;
  readonly signal: AbortSignal;
}

/** A data set that is published: what it is, how it may be narrowed, and how its rows are read. */
export interface Sheet<Row> {
  /** Its name in the file's name, behind the municipality's code. */
  readonly name: string;
  readonly title: string;
  /** For people: what it holds, and what it leaves blank. */
  readonly description: string;
  /** What it is about, in a word. */
  readonly theme: string;
  /** Code of the department that answers for it. */
  readonly publisher: string;
  readonly filters: readonly FilterWord[];
  /** The first is the usual one. */
  readonly editions: readonly Edition<Row>[];
  /** Pages of rows, in the graph's order. Throws BrokenWalk when they cannot be read to their end. */
  rows(reading: RowReading): AsyncIterable<readonly Row[]>;
  readonly isSample: (row: Row) => boolean;
  /** Its rows change without the index hearing of it, so nobody can be told that they have not. */
  readonly isUnwatched?: true;
}

/** A sheet whose rows nobody outside looks into. */
export interface PublishedSheet {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly theme: string;
  readonly publisher: string;
  readonly filters: readonly FilterWord[];
  readonly editions: readonly Pick<Edition<never>, 'name' | 'title'>[];
  readonly isUnwatched: boolean;
  headers(edition: EditionName): readonly string[];
  /** Pages of cells. */
  cells(
    edition: EditionName,
    reading: RowReading,
    setting: Setting,
  ): AsyncIterable<{ readonly lines: readonly (readonly string[])[]; readonly samples: number }>;
}

/** Closes a sheet over the type of its rows. */
export function published<Row>(sheet: Sheet<Row>): PublishedSheet {
  const columnsOf = (edition: EditionName): readonly Column<Row>[] =>
    (sheet.editions.find(({ name }) => name === edition) ?? sheet.editions[0])?.columns ?? [];
  const { name, title, description, theme, publisher, filters, editions } = sheet;
  return {
    name,
    title,
    description,
    theme,
    publisher,
    filters,
    editions,
    isUnwatched: sheet.isUnwatched ?? false,
    headers: (edition) => columnsOf(edition).map(([header]) => header),
    async *cells(edition, reading, setting) {
      const columns = columnsOf(edition);
      for await (const rows of sheet.rows(reading)) {
        const lines = rows.map((row) => columns.map(([, cell]) => cell(row, setting)));
        yield { lines, samples: rows.filter(sheet.isSample).length };
      }
    },
  };
}

/** A column that stays blank, because the graph keeps nothing of it. */
export const blank = (header: string): Column<unknown> => [header, () => ''];
