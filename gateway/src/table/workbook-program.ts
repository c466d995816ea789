import { parentPort } from 'node:worker_threads';
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';

// Writing a workbook takes more time at once than a gateway has, and all of its rows in memory, so it is done in a
// thread of its own. This file imports npm packages only: in development node runs it as it is.

type Kind = 'whole' | 'decimal' | 'boolean' | 'moment' | 'day' | 'text';

interface Message {
  begin?: { columns: { name: string; kind: Kind }[] };
  rows?: (string | number | boolean | null)[][];
  end?: { pairs: [string, string][] };
}

/** Characters of one cell at most; a spreadsheet takes a file with longer ones for broken. */
const longestCell = 32_767;

/** Rows of which the texts decide how wide a column is. */
const rowsMeasured = 200;

const widths = { least: 8, most: 60, moment: 19, day: 11 } as const;
const milliseconds = 24 * 60 * 60 * 1000;

class Workbook {
  readonly #columns: { name: string; kind: Kind; width: number }[];
  readonly #rows: Row[] = [];
  #cut = 0;

  constructor({ columns }: NonNullable<Message['begin']>) {
    this.#columns = columns.map(({ name, kind }) => {
      const usual = kind === 'moment' || kind === 'day' ? widths[kind] : widths.least;
      return { name, kind, width: Math.max(usual, name.length + 2) };
    });
  }

  add(rows: NonNullable<Message['rows']>): void {
    for (const row of rows) {
      if (this.#rows.length < rowsMeasured) this.#measure(row);
      this.#rows.push(row.map((value, index) => this.#cell(value, this.#columns[index]?.kind)));
    }
  }

  file(pairs: [string, string][]): Promise<Buffer> {
    const names: Row = this.#columns.map(({ name }) => ({ value: name, fontWeight: 'bold' }));
    const cut: [string, string][] =
      this.#cut === 0 ? [] : [['Cells cut（切り詰めたセル）', String(this.#cut)]];
    const notes = [...pairs, ...cut].map(([what, is]): Row => [
      { value: what, fontWeight: 'bold', alignVertical: 'top' },
      { value: this.#text(is), wrap: true, alignVertical: 'top' },
    ]);
    return writeExcelFile([
      {
        sheet: 'table',
        data: [names, ...this.#rows],
        columns: this.#columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        dateFormat: 'yyyy-mm-dd hh:mm:ss',
      },
      { sheet: 'notes', data: notes, columns: [{ width: 36 }, { width: 100 }] },
    ]).toBuffer();
  }

  #cell(value: string | number | boolean | null, kind: Kind | undefined): Cell {
    if (typeof value === 'number' && kind === 'moment') return new Date(value);
    if (typeof value === 'number' && kind === 'day') {
      return { value: new Date(value * milliseconds), format: 'yyyy-mm-dd' };
    }
    return typeof value === 'string' ? this.#text(value) : value;
  }

  #text(text: string): string {
    if (text.length <= longestCell) return text;
    this.#cut += 1;
    return `${text.slice(0, longestCell - 1)}…`;
  }

  #measure(row: readonly unknown[]): void {
    row.forEach((value, index) => {
      const column = this.#columns[index];
      if (!column || typeof value !== 'string') return;
      // Characters beyond Latin are about twice as wide.
      const width = [...value].reduce((sum, each) => sum + (each > '\u02ff' ? 2 : 1), 2);
      column.width = Math.min(widths.most, Math.max(column.width, width));
    });
  }
}

let workbook: Workbook | undefined;

parentPort?.on('message', ({ begin, rows, end }: Message) => {
  if (begin) workbook = new Workbook(begin);
  if (rows) workbook?.add(rows);
  if (!end) parentPort?.postMessage(undefined, []);
  else void workbook?.file(end.pairs).then((bytes) => parentPort?.postMessage(bytes, []));
});
