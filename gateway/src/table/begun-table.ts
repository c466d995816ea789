import type { ServerResponse } from 'node:http';
import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { reasonOf, type Log } from '../log.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { HttpAnswer } from '../pipeline/http-answer.js';
import type { AskedTable } from './asked-table.js';
import { fileWriter } from './table-file.js';
import { tableHeaders } from './table-headers.js';
import type { TableNotes } from './table-notes.js';
import { SentTable } from './sent-table.js';
import { csvWriter, ndjsonWriter, type Piece, type TableWriter } from './table-writer.js';
import type { TableWalk } from './table-walk.js';
import type { TableRequest } from './table-request.js';

/** A table of which the first page is there. */
export interface Begun {
  readonly asking: TableRequest;
  readonly first: GraphAnswer;
  readonly walk: TableWalk;
  readonly settings: GatewaySettings;
  readonly log: Log;
  /** Gives the place of the table back. */
  readonly leave: () => void;
}

/** What a table is sent with besides what it says itself. */
export interface SentWith {
  readonly headers: Readonly<Record<string, string>>;
  /** How the client takes what is packed. */
  readonly acceptEncoding: string | undefined;
}

/** A table on its way to who asked for it, whole or page by page. */
export class BegunTable {
  constructor(private readonly begun: Begun) {}

  /** Whether it is sent while it is read; else it is sent when all of it is there. */
  get isStreamed(): boolean {
    const { pages, format } = this.begun.asking.asked;
    return pages === 'all' && format !== 'xlsx';
  }

  /** The answer that the table is made of; undefined where later pages have their part in it. */
  get answer(): GraphAnswer | undefined {
    const { first, asking } = this.begun;
    return asking.asked.pages === 'one' ? first : undefined;
  }

  /** The whole table as one answer; rejects with RequestRefused where it cannot be had. */
  async whole(): Promise<HttpAnswer> {
    const pieces: Piece[] = [];
    await this.#write(async (piece) => {
      pieces.push(piece);
    });
    const { rows, isComplete } = this.begun.walk;
    const headers = this.#headers({ rows, isComplete });
    return { status: 200, headers, body: joined(pieces) };
  }

  /**
   * Sends the table while it is read, no faster than the client reads. Rejects while nothing was sent; what goes wrong
   * later breaks the connection off, so that nobody takes a part for the whole.
   */
  async send(response: ServerResponse, { headers, acceptEncoding }: SentWith): Promise<void> {
    const { settings, walk, log, asking } = this.begun;
    const isText = asking.asked.format !== 'parquet';
    const sending = new SentTable(response, {
      acceptEncoding: isText ? acceptEncoding : undefined,
      slowAfter: settings.tables.slowAfter,
      headers: () => ({ ...this.#headers(), ...headers }),
    });
    try {
      await this.#write((piece) => sending.send(piece));
      sending.end({
        'x-table-rows': String(walk.rows),
        'x-graphql-errors': String(walk.errors),
      });
    } catch (error) {
      if (!sending.isBegun) throw error;
      if (!asking.signal.aborted) {
        const told = { requestId: asking.requestId, rows: walk.rows, reason: reasonOf(error) };
        log.warn(told, 'A table was broken off.');
      }
      sending.breakOff();
    }
  }

  async #write(take: (piece: Piece) => Promise<void>): Promise<void> {
    const { walk, first, leave } = this.begun;
    let writer: TableWriter | undefined;
    try {
      for await (const rows of walk.read(first)) {
        // Nothing is sent before the first page is found good: nothing could be refused any more.
        const head = writer ? '' : await (writer = this.#writer()).begin();
        const piece = await writer.rows(rows);
        await take(head);
        await take(piece);
      }
      await take((await writer?.end(this.#notes())) ?? '');
    } finally {
      writer?.close();
      leave();
    }
  }

  #writer(): TableWriter {
    const { asking, walk, settings } = this.begun;
    const { asked } = asking;
    if (asked.format === 'csv') return csvWriter(walk.shape, asked);
    if (asked.format === 'ndjson') return ndjsonWriter(walk.shape, asked);
    const { fileMemory, timeZone } = settings.tables;
    const table = { shape: walk.shape, asked };
    return fileWriter(asked.format, table, { memory: fileMemory, timeZone });
  }

  #headers(whole?: { rows: number; isComplete: boolean | undefined }): Record<string, string> {
    const { asking, walk } = this.begun;
    return tableHeaders({
      format: asking.asked.format,
      name: this.#operationName ?? walk.shape.list,
      errors: walk.errors,
      isPartWelcome: asking.asked.isPartWelcome,
      departments: [...walk.departments.values()],
      withheld: this.#withheld,
      ...(whole && { whole }),
    });
  }

  #notes(): TableNotes {
    const { asking, walk, settings } = this.begun;
    const { shape, askedAt, rows, pages, errors, isComplete, isCutOff, messages } = walk;
    const { query, variables = {} } = asking.request;
    return {
      document: query,
      operationName: this.#operationName,
      variables,
      list: shape.list,
      askedAt,
      endedAt: new Date(),
      rows,
      pages,
      errors,
      isComplete,
      isCutOff,
      messages,
      departments: [...walk.departments.values()],
      withheld: this.#withheld,
      timeZone: timeZoneOf(asking.asked, settings),
    };
  }

  get #operationName(): string | undefined {
    return this.begun.asking.request.operationName ?? this.begun.walk.shape.operationName;
  }

  get #withheld(): string[] {
    const { columns } = this.begun.walk.shape;
    return columns.filter(({ isWithheld }) => isWithheld).map(({ name }) => name);
  }
}

function timeZoneOf({ format }: AskedTable, { tables }: GatewaySettings): string {
  return format === 'xlsx' ? tables.timeZone : 'UTC';
}

function joined(pieces: readonly Piece[]): string | Uint8Array {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  );
}
