import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readFile } from '@manabi/kit/import/read';
import { shownAddress } from '@manabi/kit/outbound/source-problem';
import { rpdePages } from '@manabi/kit/pull/rpde-changes';
import { type SourcePage, SourcePages } from '@manabi/kit/pull/source-pages';

import { municipality } from '../city/municipality.js';
import { cellsOfPage } from './gather-rows.js';
import { writeTable } from './pulled-table.js';
import type { Source } from './source-files.js';

/** Rows that are shown. */
const shown = 5;

/**
 * Asks a source for its first page and tells in words how its rows would be taken. Changes nothing. Throws a
 * SourceProblem or FileProblem when nothing of it could be taken.
 */
export async function previewText(source: Source): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-preview-'));
  const pages = new SourcePages(source.declared, {
    folder: source.folder,
    environment: process.env,
  });
  try {
    const { url, rows } = await firstPage(source, pages);
    const headers = Object.keys(source.declared.columns);
    const cells = cellsOfPage(source, rows);
    const file = join(folder, `${source.name}.csv`);
    await writeTable(file, headers, cells);
    const first = `${shownAddress(url)}: ${rows.length} rows on the first page, ${cells.length} wanted.`;
    return [first, ...neverFilled(headers, cells), ...(await outcomesOf(source, file, cells))].join(
      '\n',
    );
  } finally {
    await pages.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPage(
  { declared }: Source,
  pages: SourcePages,
): Promise<Pick<SourcePage, 'url' | 'rows'>> {
  const url = pages.addressOf();
  if (declared.mode === 'rpde') {
    for await (const { items } of rpdePages(pages))
      return { url, rows: items.filter(({ state }) => state === 'updated') };
  }
  for await (const page of pages.all()) return page;
  return { url, rows: [] };
}

function neverFilled(headers: readonly string[], cells: readonly string[][]): string[] {
  if (cells.length === 0) return [];
  const empty = headers.filter((_, at) => cells.every((row) => row[at] === ''));
  return empty.length > 0 ? [`Empty in every row (is the path right?): ${empty.join(', ')}`] : [];
}

async function outcomesOf(
  { declared }: Source,
  file: string,
  cells: readonly string[][],
): Promise<string[]> {
  const reading = await readFile(file, { scope: municipality, dataset: declared.kind });
  const headers = Object.keys(declared.columns);
  const lines: string[] = [];
  let at = 0;
  for await (const { kind, notes } of reading) {
    const row = cells[at] ?? [];
    at += 1;
    if (at > shown) continue;
    const filled = headers.flatMap((header, place) =>
      row[place] ? [`${header}=${row[place]}`] : [],
    );
    lines.push(`${at}. ${kind}: ${filled.join(' | ')}`);
    for (const { message, remedy } of notes) lines.push(`   ${message} ${remedy}`.trimEnd());
  }
  const { taken, repaired, setAside } = reading.summary;
  return [...lines, `Taken ${taken}, repaired ${repaired}, set aside ${setAside}.`];
}
