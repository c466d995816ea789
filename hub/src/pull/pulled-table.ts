import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

type Many<Value> = AsyncIterable<Value> | Iterable<Value>;

/** A table that was written: how many rows it has, and what tells it from another. */
export interface WrittenTable {
  readonly rows: number;
  readonly digest: string;
}

/**
 * Writes rows as a table that the import reads like any delivered file (CSV, UTF-8 with a byte order mark). It takes
 * its name only when it is whole: a source that breaks off leaves the last table as it was.
 */
export async function writeTable(
  file: string,
  headers: readonly string[],
  rows: Many<readonly string[]>,
): Promise<WrittenTable> {
  const hash = createHash('sha256');
  let count = -1;
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${lineOf(headers)}`;
    for await (const row of rows) yield lineOf(row);
  }
  async function* noted(): AsyncGenerator<string> {
    for await (const line of lines()) {
      count += 1;
      hash.update(line);
      yield line;
    }
  }
  await writeWhole(file, noted());
  return { rows: count, digest: hash.digest('hex') };
}

/** What tells a table from another, of one that stands there. */
export async function digestOfTable(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes lines into a file that takes its name only when it is whole. */
export async function writeWhole(file: string, lines: Many<string>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Of its own: whoever writes the same file meanwhile writes another one.
  const partial = `${file}.${randomUUID()}.partial`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string): string =>
  /[",\r\n\t;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
