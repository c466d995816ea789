import { join } from 'node:path';

import { SourceProblem } from '@manabi/kit/outbound/source-problem';
import { cellsOf } from '@manabi/kit/pull/declared-columns';
import { valueAt } from '@manabi/kit/pull/json-pointer';
import { rpdePages } from '@manabi/kit/pull/rpde-changes';
import { SourcePages } from '@manabi/kit/pull/source-pages';

import { writeTable } from './pulled-table.js';
import { type RpdeCopy, keepCopy, readCopy } from './rpde-copy.js';
import type { Source } from './source-files.js';

/** Where a source is gathered to, and until when. */
export interface Gathering {
  /** Folder of what was gathered of this source. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

/** A table of all rows of a source. */
export interface Gathered {
  readonly file: string;
  readonly rows: number;
  /** Tells the table from another; undefined when a feed told no news and its table was left. */
  readonly digest: string | undefined;
}

/**
 * Gathers all rows of a source into a table. Throws a SourceProblem, and leaves what was gathered before, when any page
 * of it cannot be used.
 */
export async function gatherRows(source: Source, { folder, signal }: Gathering): Promise<Gathered> {
  const { declared } = source;
  const pages = new SourcePages(declared, {
    folder: source.folder,
    environment: process.env,
    ...(signal && { signal }),
  });
  const file = join(folder, `${source.name}.csv`);
  const headers = Object.keys(declared.columns);
  try {
    if (declared.mode === 'rpde') return await gatherFeed(source, pages, { file, folder, headers });
    return { file, ...(await writeTable(file, headers, rowsOf(source, pages))) };
  } finally {
    await pages.close();
  }
}

/** The rows of one page of a source as cells, those that are wanted. */
export function cellsOfPage({ declared }: Source, rows: readonly unknown[]): string[][] {
  const columns = Object.entries(declared.columns);
  return rows.filter((row) => isWanted(declared.only, row)).map((row) => cellsOf(row, columns));
}

async function* rowsOf(source: Source, pages: SourcePages): AsyncGenerator<string[]> {
  for await (const { rows } of pages.all()) yield* cellsOfPage(source, rows);
}

interface FeedPlace {
  readonly file: string;
  readonly folder: string;
  readonly headers: readonly string[];
}

async function gatherFeed(
  source: Source,
  pages: SourcePages,
  { file, folder, headers }: FeedPlace,
): Promise<Gathered> {
  const { declared } = source;
  const copyFile = join(folder, 'copy.jsonl');
  const now = new Date();
  const copy = await readCopy(copyFile, declared, now);
  const { rows, next, changes } = await readOn(source, pages, copy);
  const isNew = changes > 0 || copy.next === undefined;
  const table = isNew ? await writeTable(file, headers, rows.values()) : undefined;
  if (next !== undefined) await keepCopy(copyFile, { rows, next }, { declared, now });
  return { file, rows: rows.size, digest: table?.digest };
}

interface Read {
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly next: string | undefined;
  readonly changes: number;
}

async function readOn(source: Source, pages: SourcePages, copy: RpdeCopy): Promise<Read> {
  const rows = new Map(copy.rows);
  let [next, changes] = [copy.next, 0];
  try {
    for await (const page of rpdePages(pages, copy.next)) {
      next = page.next;
      for (const item of page.items) {
        changes += 1;
        const [cells] = item.state === 'updated' ? cellsOfPage(source, [item]) : [];
        // Set anew, so that the order is that of the last change, as in the feed.
        rows.delete(item.id);
        if (cells) rows.set(item.id, cells);
      }
    }
  } catch (error) {
    if (!isForgotten(error, copy)) throw error;
    return readOn(source, pages, { rows: new Map(), next: undefined });
  }
  return { rows, next, changes };
}

/** Whether a source does not know any more where we stood: then its feed is read from its beginning. */
const isForgotten = (error: unknown, copy: RpdeCopy): boolean =>
  copy.next !== undefined &&
  error instanceof SourceProblem &&
  [400, 404, 410].includes(error.status ?? 0);

const isWanted = (only: Readonly<Record<string, string>>, row: unknown): boolean =>
  Object.entries(only).every(([pointer, wanted]) => String(valueAt(row, pointer)) === wanted);
