import type { Composition, Mapping } from './alias.js';
import { isBlank, type Reading } from './cell/reading.js';
import type { Box } from './cell/point.js';
import { readText } from './cell/text.js';
import type { DateReference } from './cell/year.js';
import type { Note, NoteLevel } from './note.js';
import { isWithheld } from './personal.js';
import type { Line } from './table.js';

/** What is known from outside a row: how years are found, where points may lie. */
export interface RowContext {
  readonly reference: DateReference;
  readonly box: Box;
}

/** Why a whole row is set aside. */
export interface SetAside {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Gives the cells of one row by canonical column and keeps account of everything that happened to them. */
export class Row {
  readonly notes: Note[] = [];
  /** Words that stood where a value was wanted, as 見出し: words, to go into the remarks. */
  readonly prose = new Map<string, string>();
  readonly #mapping: Mapping;
  readonly #line: Line;
  readonly #withheldCells = new Set<number>();

  constructor(
    mapping: Mapping,
    line: Line,
    readonly context: RowContext,
  ) {
    this.#mapping = mapping;
    this.#line = line;
  }

  /** The line of the file on which the row begins. */
  get number(): number {
    return this.#line.row;
  }

  /** The cell of a column as written: of several the first that is not blank. */
  cell(column: string): string {
    const composed = this.#mapping.composed?.get(column);
    if (composed) return composedCell(composed, this.#line.cells);
    const places = this.#mapping.columns.get(column) ?? [];
    const at = places.find((place) => (this.#line.cells[place] ?? '').trim() !== '') ?? places[0];
    return at === undefined ? '' : withoutGuard(this.#line.cells[at] ?? '');
  }

  /** The header of a column as the file writes it. */
  header(column: string): string {
    const composed = this.#mapping.composed?.get(column);
    if (composed) return composed.header;
    const places = this.#mapping.columns.get(column) ?? [];
    const at = places.find((place) => (this.#line.cells[place] ?? '').trim() !== '') ?? places[0];
    return at === undefined ? '' : (this.#mapping.headers[at] ?? '');
  }

  /** The words that stood where values were wanted in these columns, each with its header, or nothing. */
  proseOf(...columns: string[]): string | undefined {
    const said = columns.flatMap((column) => {
      const words = this.prose.get(column);
      return words === undefined ? [] : [`${this.header(column)}：${words}`];
    });
    return said.length > 0 ? said.join('\n') : undefined;
  }

  /**
   * What a column held before a converter changed it, where the converter left a line "header: value" in another cell
   * (the base registry does: 定員 1900 with 定員: 1900/1/20 in the remarks).
   */
  original(column: string): string | undefined {
    const label = `${this.header(column)}: `;
    if (label === ': ') return undefined;
    const cell = this.#line.cells.find((cell) => cell.includes(label));
    const trace = cell?.split('\n').find((line) => line.startsWith(label));
    return trace?.slice(label.length).trim();
  }

  /** The text without such lines, which only repeat a column of the file. */
  untraced(text: string | undefined): string | undefined {
    const lines = text?.split('\n');
    const rest = lines?.filter(
      (line) => !this.#mapping.headers.includes(line.split(': ')[0] ?? '') || !line.includes(': '),
    );
    return rest?.length === lines?.length ? text : rest?.join('\n').trim() || undefined;
  }

  /** Whether the file has the column at all. */
  columnStands(column: string): boolean {
    return this.#mapping.columns.has(column) || Boolean(this.#mapping.composed?.has(column));
  }

  /** The canonical columns that the file has. */
  columns(): Iterable<string> {
    const { columns, composed } = this.#mapping;
    return [...columns.keys(), ...(composed?.keys() ?? [])];
  }

  /** The text of a column, or nothing when it is blank or only a dash. */
  text(column: string): string | undefined {
    const value = this.read(column, readText);
    return value === undefined || isBlank(value) ? undefined : value;
  }

  /** What a reader makes of the cell of a column; repairs and problems become notes, prose is kept. */
  read<T>(column: string, reader: (cell: string) => Reading<T>): T | undefined {
    const cell = this.cell(column);
    return cell === '' ? undefined : this.keep(column, reader(cell));
  }

  /** Takes the value of a reading made elsewhere and keeps its account under a column. */
  keep<T>(column: string, reading: Reading<T>): T | undefined {
    for (const repair of reading.repairs)
      this.note(column, { level: 'repair', remedy: '', ...repair });
    if (reading.problem) this.note(column, { level: 'problem', ...reading.problem });
    if (reading.prose !== undefined) this.prose.set(column, reading.prose);
    return reading.value;
  }

  /** Adds a finding about a column (or, with '', about the row). */
  note(
    column: string,
    words: { code: string; message: string; remedy: string; level: NoteLevel },
  ): void {
    const value = column === '' ? '' : this.cell(column);
    const header = this.header(column) || column;
    // A cell that two readers look at is told about once.
    const isTold = this.notes.some(
      (note) =>
        note.column === header && note.code === words.code && note.message === words.message,
    );
    if (isTold) return;
    this.notes.push({
      row: this.number,
      column: header,
      value: value.slice(0, 500),
      ...words,
    });
  }

  /** Keeps the cell of a column out of the record and its raw text, because it may be that of a private person. */
  withhold(column: string, words: { code: string; message: string; remedy: string }): void {
    const { columns, composed } = this.#mapping;
    for (const place of [...(columns.get(column) ?? []), ...(composed?.get(column)?.parts ?? [])])
      if (typeof place === 'number') this.#withheldCells.add(place);
    this.prose.delete(column);
    const header = this.header(column);
    this.notes.splice(0, Infinity, ...this.notes.filter((note) => note.column !== header));
    this.notes.push({
      row: this.number,
      column: header,
      value: '',
      level: 'remark',
      ...words,
    });
  }

  /** Every cell by its header, without columns and cells that are withheld. */
  raw(): Record<string, string> {
    return this.#cellsAt([...this.#mapping.headers.keys()]);
  }

  /** The cells that are not blank of the columns that the dataset does not know. */
  extra(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.#cellsAt(this.#mapping.extra)).filter(([, cell]) => cell.trim() !== ''),
    );
  }

  #cellsAt(places: readonly number[]): Record<string, string> {
    const names = namesOf(this.#mapping);
    const cells: Record<string, string> = {};
    for (const at of places) {
      const name = names[at];
      if (name !== undefined && !this.#withheldCells.has(at))
        cells[name] = this.#line.cells[at] ?? '';
    }
    return cells;
  }
}

/** The text that a composition makes of a row; blank where it names cells and all of them are. */
export function composedCell({ parts }: Composition, cells: readonly string[]): string {
  const places = parts.filter((part) => typeof part === 'number');
  if (places.length > 0 && places.every((place) => (cells[place] ?? '').trim() === '')) return '';
  return parts
    .map((part) => (typeof part === 'number' ? (cells[part] ?? '').trim() : part))
    .join('');
}

/** A cell without the apostrophe that keeps a spreadsheet from calculating what follows. */
function withoutGuard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

const namesByMapping = new WeakMap<Mapping, readonly (string | undefined)[]>();

/** The names under which the cells of each column are kept: its header, told apart when it stands twice; none where it is withheld. */
function namesOf(mapping: Mapping): readonly (string | undefined)[] {
  const known = namesByMapping.get(mapping);
  if (known) return known;
  const names = mapping.headers.map((header, at) => {
    if (header === '' || isWithheld(header)) return undefined;
    return mapping.headers.indexOf(header) === at ? header : `${header}#${at + 1}`;
  });
  namesByMapping.set(mapping, names);
  return names;
}

/** An object without the fields that are undefined. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const field in fields) {
    const value = fields[field];
    if (value !== undefined) kept[field] = value;
  }
  // Only fields that are absent anyway were left out, so the rest is a T.
  return kept as T;
}
