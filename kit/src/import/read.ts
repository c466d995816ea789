import type { Mapping } from './alias.js';
import { isDitto } from './cell/ditto.js';
import { type Box, japan } from './cell/point.js';
import { Carrying } from './carrying.js';
import type { DatasetId } from './dataset/definition.js';
import { findHeader, type Header, isHeaderAgain, mappingBelow } from './header.js';
import { Fingerprints, numberIn, rowText } from './identity.js';
import type { RowOutcome } from './outcome.js';
import type { ColumnMap } from './mapping/column-map.js';
import { differenceOf, findMappedHeader } from './mapping/mapped-header.js';
import { isWithheld, refusePersonalData, refusePersonalNumbers } from './personal.js';
import { rejoined } from './rejoin.js';
import { composedCell } from './row.js';
import { RowReading } from './row-reading.js';
import { SessionRows } from './session/session-rows.js';
import type { Scope } from './scope.js';
import { type HeaderFinding, isBlankLine, openSource, referenceIn, type Source } from './source.js';
import { type ColumnUse, openSummary, type Summary } from './summary.js';

/** How a file is to be read. */
export interface ReadOptions {
  /** Rows of other municipalities are set aside. */
  readonly scope?: Scope;
  /** What is known about the year of dates that name none; the preamble and the name of the file are asked otherwise. */
  readonly reference?: { readonly fiscalYear?: number; readonly publishedOn?: string };
  /** The kind of file, where its header would not tell or would tell otherwise. */
  readonly dataset?: DatasetId;
  /** Which column is which known column, for a file whose columns are of nobody's standard. It says the kind of file too. */
  readonly map?: ColumnMap;
  /** ISO date on which the file is taken, for maps whose days without a year are those nearest to it. */
  readonly takenOn?: string;
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
  const { map, dataset } = options;
  const find: HeaderFinding = (lines) =>
    map ? findMappedHeader(lines, map) : findHeader(lines, dataset);
  const source = await openSource(path, find);
  if (!source) return { summary, async *[Symbol.asyncIterator]() {} };
  const header = find(source.head);
  refusePersons(header, source);
  const reference = { ...yearsOf(options), ...referenceIn(header, path), ...options.reference };
  describe(summary, { source, header, reference });
  if (map) summary.difference = differenceOf(map, header.fit.mapping.headers);
  const numbers = await lookThrough(source, { header, summary });
  const rows = new RowReading(header.fit.mapping, {
    reference,
    box: options.box ?? japan,
    ...(options.scope ? { scope: options.scope } : {}),
    numbers,
  });
  const sessions = new SessionRows(rows);
  return {
    summary,
    [Symbol.asyncIterator]: () => outcomes(source, { header, rows: sessions, summary }),
  };
}

/** Refuses what carries personal data by its headers, or by the numbers in its first rows. */
function refusePersons({ fit, length }: Header, { head }: Source): void {
  const { headers } = fit.mapping;
  refusePersonalData(headers);
  refusePersonalNumbers(
    headers,
    head.slice(length).map(({ cells }) => cells),
  );
}

/** What a map says of days without a year; words of the file itself go before it. */
function yearsOf({ map, takenOn }: ReadOptions): Summary['reference'] {
  if (typeof map?.fiscalYear === 'number') return { fiscalYear: map.fiscalYear };
  return map?.fiscalYear === 'delivery' && takenOn !== undefined ? { publishedOn: takenOn } : {};
}

interface Reading {
  readonly header: Header;
  readonly rows: SessionRows;
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
    yield* counted(summary, rows.read(line));
  }
  yield* counted(summary, rows.end());
}

function counted(summary: Summary, outcomes: readonly RowOutcome[]): readonly RowOutcome[] {
  for (const outcome of outcomes) count(summary, outcome);
  return outcomes;
}

function count(summary: Summary, outcome: RowOutcome): void {
  const { record } = outcome;
  if (record?.kind === 'event' && record.sessions && record.sessions.length > 1) {
    summary.courses += 1;
    summary.sessionRows += record.sessions.length;
  }
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
  const carrying = new Carrying();
  let mapping = header.fit.mapping;
  let at = 0;
  for await (const line of source.lines()) {
    at += 1;
    if (at <= header.length || isBlankLine(line.cells)) continue;
    summary.empty = false;
    const written = rejoined(line, mapping.headers.length);
    const { cells } = carrying.fill(written, mapping);
    if (isHeaderAgain(cells, mapping.headers)) mapping = mappingBelow(cells, mapping);
    // A number that is left to the row above is the same record's once more, where rows may be its sessions.
    const ofEvents = mapping.dataset === 'event' && mapping.rows !== 'separate';
    const said = numbersOf(mapping, ofEvents ? written.cells : cells);
    if (!said) break;
    const number = said.map(numberIn).find((cell) => cell !== '' && !(ofEvents && isDitto(cell)));
    // The very same row again is set aside and does not make its number ambiguous.
    if (number !== undefined && rows.add(rowText(cells)) === 0) numbers.add(number);
  }
  return numbers;
}

/** The cells of a row that may hold its number; undefined where the file has no numbers. */
function numbersOf({ columns, composed }: Mapping, cells: readonly string[]): string[] | undefined {
  const made = composed?.get('number');
  if (made) return [composedCell(made, cells)];
  return columns.get('number')?.map((place) => cells[place] ?? '');
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

function columnUse({ headers, columns, composed }: Mapping): ColumnUse[] {
  const places = [
    ...columns,
    ...[...(composed ?? [])].map(([column, { parts }]) => [column, parts] as const),
  ];
  const named = new Map(
    places.flatMap(([column, at]) => at.map((place) => [place, column] as const)),
  );
  return headers.flatMap((header, at): ColumnUse[] => {
    if (header === '') return [];
    const column = named.get(at);
    if (isWithheld(header)) return [{ header, use: 'withheld' }];
    return [column === undefined ? { header, use: 'extra' } : { header, column, use: 'read' }];
  });
}
