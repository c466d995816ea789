import type { Mapping } from './alias.js';
import { type Box, japan } from './cell/point.js';
import type { DatasetId } from './dataset/definition.js';
import { findHeader, type Header, isHeaderAgain, mappingBelow } from './header.js';
import { Fingerprints, numberIn, rowText } from './identity.js';
import type { RowOutcome } from './outcome.js';
import { isWithheld, refusePersonalData } from './personal.js';
import { rejoined } from './rejoin.js';
import { RowReading } from './row-reading.js';
import type { Scope } from './scope.js';
import { isBlankLine, openSource, referenceIn, type Source } from './source.js';
import { type ColumnUse, openSummary, type Summary } from './summary.js';

/** How a file is to be read. */
export interface ReadOptions {
  /** Rows of other municipalities are set aside. */
  readonly scope?: Scope;
  /** What is known about the year of dates that name none; the preamble and the name of the file are asked otherwise. */
  readonly reference?: { readonly fiscalYear?: number; readonly publishedOn?: string };
  /** The kind of file, where its header would not tell or would tell otherwise. */
  readonly dataset?: DatasetId;
  /** Where points may lie; all of Japan unless given. */
  readonly box?: Box;
}

/** A file being read: iterate it once, to the end; then the summary is complete. */
export interface FileReading extends AsyncIterable<RowOutcome> {
  readonly summary: Summary;
}

/**
 * Opens a CSV, TSV or XLSX as municipalities publish them and reads its rows one by one, in constant memory for text.
 * Every row that holds anything gives exactly one outcome. Throws FileProblem (here, or while iterating when a quote is never closed)
 * when nothing of the file may be taken.
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<FileReading> {
  const summary = openSummary();
  const source = await openSource(path, options.dataset);
  if (!source) return { summary, async *[Symbol.asyncIterator]() {} };
  const header = findHeader(source.head, options.dataset);
  refusePersonalData(header.fit.mapping.headers);
  const reference = { ...referenceIn(header, path), ...options.reference };
  describe(summary, { source, header, reference });
  const numbers = await lookThrough(source, { header, summary });
  const rows = new RowReading(header.fit.mapping, {
    reference,
    box: options.box ?? japan,
    ...(options.scope ? { scope: options.scope } : {}),
    numbers,
  });
  return { summary, [Symbol.asyncIterator]: () => outcomes(source, { header, rows, summary }) };
}

interface Reading {
  readonly header: Header;
  readonly rows: RowReading;
  readonly summary: Summary;
}

async function* outcomes(
  source: Source,
  { header, rows, summary }: Reading,
): AsyncGenerator<RowOutcome> {
  let at = 0;
  for await (const line of source.lines()) {
    at += 1;
    if (at <= header.length) continue;
    if (isBlankLine(line.cells)) {
      summary.blankRows += 1;
      continue;
    }
    const outcome = rows.read(line);
    count(summary, outcome);
    yield outcome;
  }
}

function count(summary: Summary, outcome: RowOutcome): void {
  summary.rows += 1;
  summary[outcome.kind] += 1;
  for (const { code } of outcome.notes) {
    summary.codes[code] = (summary.codes[code] ?? 0) + 1;
    if (code === 'NUMBER_REPEATED') summary.repeatedNumbers += 1;
  }
}

/**
 * Looks through the file first, because only a number that is unique in the whole file can be a key, and because a file without any row
 * must be known before anything is done. Without a column of numbers it stops at the first row.
 */
async function lookThrough(
  source: Source,
  { header, summary }: { header: Header; summary: Summary },
): Promise<Fingerprints> {
  const [numbers, rows] = [new Fingerprints(), new Fingerprints()];
  let mapping = header.fit.mapping;
  let at = 0;
  for await (const line of source.lines()) {
    at += 1;
    if (at <= header.length || isBlankLine(line.cells)) continue;
    summary.empty = false;
    const { cells } = rejoined(line, mapping.headers.length);
    if (isHeaderAgain(cells, mapping.headers)) mapping = mappingBelow(cells, mapping);
    const places = mapping.columns.get('number');
    if (!places) break;
    const number = places.map((place) => numberIn(cells[place] ?? '')).find((cell) => cell !== '');
    // The very same row again is set aside and does not make its number ambiguous.
    if (number !== undefined && rows.add(rowText(cells)) === 0) numbers.add(number);
  }
  return numbers;
}

function describe(
  summary: Summary,
  {
    source,
    header,
    reference,
  }: { source: Source; header: Header; reference: Summary['reference'] },
): void {
  const { mapping } = header.fit;
  Object.assign(summary, {
    dataset: mapping.dataset,
    format: source.format,
    otherSheets: source.otherSheets,
    headerRow: header.row,
    isHeaderMerged: header.isMerged,
    preamble: header.preamble,
    columns: columnUse(mapping),
    reference,
    ...(source.encoding === undefined ? {} : { encoding: source.encoding }),
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
  });
}

function columnUse({ headers, columns }: Mapping): ColumnUse[] {
  const named = new Map(
    [...columns].flatMap(([column, places]) => places.map((place) => [place, column] as const)),
  );
  return headers.flatMap((header, at): ColumnUse[] => {
    if (header === '') return [];
    const column = named.get(at);
    if (isWithheld(header)) return [{ header, use: 'withheld' }];
    return [column === undefined ? { header, use: 'extra' } : { header, column, use: 'read' }];
  });
}
