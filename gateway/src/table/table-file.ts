import { Worker } from 'node:worker_threads';
import { RequestRefused } from '../errors/gateway-error.js';
import type { AskedTable } from './asked-table.js';
import type { CellKind } from './cell-kind.js';
import { filedCell, type FiledCell } from './filed-cell.js';
import { notesAsPairs } from './table-notes.js';
import { errorsColumn } from './table-rows.js';
import type { TableShape } from './table-shape.js';
import type { Piece, TableWriter } from './table-writer.js';

/** How a file is written in a thread of its own. */
export interface FileOptions {
  /** MiB of memory that the thread may take. */
  readonly memory: number;
  /** The zone in which moments are written where a file cannot tell it. */
  readonly timeZone: string;
}

interface Message {
  begin?: { columns: { name: string; kind: CellKind }[]; rowGroup: number };
  rows?: FiledCell[][];
  end?: { pairs: [string, string][] };
}

/** Rows that stand together in a Parquet file, and in memory before. */
const rowGroup = 10_000;

// In development the sources run as they are, so the programs are .ts files beside this one.
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const programs = {
  xlsx: new URL(`./workbook-program.${ending}`, import.meta.url),
  parquet: new URL(`./parquet-program.${ending}`, import.meta.url),
} as const;

/** Writes a table as a file whose encoding takes long, in a thread of its own; Parquet comes by groups of rows, a workbook at the end. */
export function fileWriter(
  format: keyof typeof programs,
  { shape, asked }: { shape: TableShape; asked: AskedTable },
  { memory, timeZone }: FileOptions,
): TableWriter {
  const thread = new FileThread(programs[format], memory);
  const columns = shape.columns.map(({ name, kind, isList }) => ({
    name,
    kind: isList ? ('text' as const) : kind,
  }));
  if (asked.isPartWelcome) columns.push({ name: errorsColumn, kind: 'text' });
  const kinds = columns.map(({ kind }) => kind);
  const zone = format === 'xlsx' ? timeZone : undefined;
  return {
    begin: () => thread.send({ begin: { columns, rowGroup } }),
    rows: (rows) =>
      thread.send({
        rows: rows.map((row) => row.map((cell, at) => filedCell(cell, kinds[at], zone))),
      }),
    end: async (notes) => {
      const piece = await thread.send({ end: { pairs: notesAsPairs(notes) } });
      thread.close();
      return piece;
    },
    close: () => thread.close(),
  };
}

/** A program that takes one message at a time and answers each with what can be sent. */
class FileThread {
  readonly #worker: Worker;
  #waiting: { resolve: (piece: Piece) => void; reject: (error: unknown) => void } | undefined;
  #fault: unknown;

  constructor(program: URL, memory: number) {
    this.#worker = new Worker(program, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    this.#worker.on('message', (piece: Uint8Array | undefined) => this.#answered(piece ?? ''));
    this.#worker.on('error', (error: unknown) => this.#failed(error));
    this.#worker.on('exit', () =>
      this.#failed(new Error('The thread that writes a file ended in the middle.')),
    );
  }

  send(message: Message): Promise<Piece> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage(message, []);
    });
  }

  close(): void {
    void this.#worker.terminate();
  }

  #answered(piece: Piece): void {
    this.#waiting?.resolve(piece);
    this.#waiting = undefined;
  }

  #failed(error: unknown): void {
    this.#fault ??= isOutOfMemory(error) ? tooLarge() : error;
    this.#waiting?.reject(this.#fault);
    this.#waiting = undefined;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(): RequestRefused {
  return new RequestRefused(
    'LIMIT_EXCEEDED',
    'A file of this kind would need more memory than one may; ask for CSV or NDJSON, or for fewer rows or columns.',
  );
}
