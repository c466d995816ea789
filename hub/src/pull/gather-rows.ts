import { join } from 'node:path';

import { SourceProblem } from '@manabi/kit/outbound/source-problem';
import { SourcePages } from '@manabi/kit/pull/source-pages';

import { readChanges, readFeed } from './gather-changes.js';
import { writeTable } from './pulled-table.js';
import { keepCopy, readCopy } from './rows-copy.js';
import type { Source } from './source-files.js';
import { wantedCells } from './wanted-cells.js';

/** Where a source is gathered to, and until when. */
export interface Gathering {
  /** Folder of what was gathered of this source. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  /** When its last reading that was taken in began (ISO 8601). */
  readonly goodAt?: string;
}

/** A table of all rows of a source. */
export interface Gathered {
  readonly file: string;
  readonly rows: number;
  /** Tells the table from another; undefined when a feed told no news and its table was left. */
  readonly digest: string | undefined;
}

/** Times that a list is read at most, when its rows change their page while it is read. */
const readings = 3;

/**
 * Gathers all rows of a source into a table. Throws a SourceProblem, and leaves what was gathered before, when any page
 * of it cannot be used.
 */
export async function gatherRows(source: Source, gathering: Gathering): Promise<Gathered> {
  for (let reading = 1; ; reading += 1) {
    try {
      return await gatherOnce(source, gathering);
    } catch (error) {
      const mayRest = error instanceof SourceProblem && error.code === 'MOVED';
      if (!mayRest || reading === readings || gathering.signal?.aborted) throw error;
    }
  }
}

async function gatherOnce(source: Source, gathering: Gathering): Promise<Gathered> {
  const { declared } = source;
  const { folder, goodAt } = gathering;
  const tellsChanges = declared.mode === 'rpde' || (declared.since && declared.mode === 'full');
  if (tellsChanges) return gatherChanges(source, gathering);
  const pages = openPages(source, gathering, declared.since && goodAt);
  const file = join(folder, `${source.name}.csv`);
  try {
    const headers = Object.keys(declared.columns);
    return { file, ...(await writeTable(file, headers, rowsOf(source, pages))) };
  } finally {
    await pages.close();
  }
}

async function* rowsOf(source: Source, pages: SourcePages): AsyncGenerator<string[]> {
  for await (const { rows } of pages.all()) yield* wantedCells(source, rows);
}

async function gatherChanges(source: Source, gathering: Gathering): Promise<Gathered> {
  const { declared } = source;
  const file = join(gathering.folder, `${source.name}.csv`);
  const copyFile = join(gathering.folder, 'copy.jsonl');
  const now = new Date();
  const copy = await readCopy(copyFile, declared, now);
  const isFeed = declared.mode === 'rpde';
  const pages = openPages(source, gathering, isFeed ? undefined : copy.next);
  try {
    const read = isFeed
      ? await readFeed(source, pages, copy)
      : await readChanges(source, pages, { copy, now });
    const isNew = read.changes > 0 || copy.next === undefined;
    const headers = Object.keys(declared.columns);
    const table = isNew ? await writeTable(file, headers, read.rows.values()) : undefined;
    await keepCopy(copyFile, read, { declared, now });
    return { file, rows: read.rows.size, digest: table?.digest };
  } finally {
    await pages.close();
  }
}

function openPages(source: Source, { signal }: Gathering, since: string | undefined): SourcePages {
  return new SourcePages(source.declared, {
    folder: source.folder,
    environment: process.env,
    ...(signal && { signal }),
    ...(since !== undefined && { since }),
  });
}
