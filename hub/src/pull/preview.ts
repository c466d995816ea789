import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readFile } from '@manabi/kit/import/read';
import { shownAddress } from '@manabi/kit/outbound/source-problem';
import { isSecretName } from '@manabi/kit/pull/declaration';
import { firstOfRpde } from '@manabi/kit/pull/rpde-changes';
import type { SourcePage } from '@manabi/kit/pull/source-page';
import { SourcePages } from '@manabi/kit/pull/source-pages';

import { municipality } from '../city/municipality.js';
import { writeTable } from './pulled-table.js';
import type { Source } from './source-files.js';
import { wantedCells } from './wanted-cells.js';

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
    const { url, rows, next } = await firstPage(source, pages);
    const headers = Object.keys(source.declared.columns);
    const cells = wantedCells(source, rows);
    const file = join(folder, `${source.name}.csv`);
    await writeTable(file, headers, cells);
    const first = `${shownAddress(url)}: ${rows.length} rows on the first page, ${cells.length} wanted.`;
    const about = [first, ...pagingLines(source, next), ...neverFilled(headers, cells)];
    return [...about, ...(await outcomesOf(source, file, cells))].join('\n');
  } finally {
    await pages.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface FirstPage extends Pick<SourcePage, 'url' | 'rows'> {
  readonly next: URL | undefined;
}

async function firstPage({ declared }: Source, pages: SourcePages): Promise<FirstPage> {
  if (declared.mode !== 'rpde') return pages.first();
  const { url, items, next } = await firstOfRpde(pages);
  return {
    url,
    rows: items.filter(({ state }) => state === 'updated'),
    next: pages.addressOf(next),
  };
}

/** Where a pull would go on, so that who declares a source sees whether it would find the rest. */
function pagingLines({ declared }: Source, next: URL | undefined): string[] {
  const { mode, key, total } = declared;
  const place = declared.next?.link ?? declared.next?.cursor;
  if (!next) {
    if (!declared.next) return ['"next" is not declared: this page is taken as the whole list.'];
    const where = place === undefined ? '' : ` (nothing stands at "${place}")`;
    return [`No page follows${where}: this page is taken as the whole list.`];
  }
  const line = `The next page: ${shownAddress(next)}${shownQuery(next, declared.parameters)}`;
  if (mode !== 'full' || key !== undefined || total !== undefined) return [line];
  return [
    line,
    'Neither "key" nor "total" is declared: a row that changes its page while the list is read may be missed, and then withdrawn.',
  ];
}

/** The query of an address without what may be a secret. */
function shownQuery(url: URL, parameters: Source['declared']['parameters']): string {
  const shown = [...url.searchParams].filter(([name]) => {
    const said = parameters[name];
    return !isSecretName(name) && (said === undefined || said.text !== undefined);
  });
  return shown.length > 0 ? `?${shown.map(([name, value]) => `${name}=${value}`).join('&')}` : '';
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
