import { createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/**
 * Writes rows as a table that the import reads like any delivered file (CSV, UTF-8 with a byte order mark). It takes
 * its name only when it is whole: a source that breaks off leaves the last table as it was.
 */
export async function writeTable(
  file: string,
  headers: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<number> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.partial`;
  const stream = createWriteStream(partial, { mode: 0o600 });
  try {
    let count = 0;
    stream.write(`\uFEFF${lineOf(headers)}`);
    for await (const row of rows) {
      count += 1;
      if (!stream.write(lineOf(row)))
        await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
    }
    stream.end();
    await finished(stream);
    await rename(partial, file);
    return count;
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string): string =>
  /[",\r\n\t;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
