import { fits, type Fit, isKnownHeader, type Mapping } from './alias.js';
import type { DatasetId } from './dataset/definition.js';
import { knownOthers } from './dataset/other.columns.js';
import { FileProblem } from './file-problem.js';
import { headerCells, looksLikeHeader, mergedHeader } from './header-cells.js';
import { headerKey } from './header-key.js';
import { refusePersonalData } from './personal.js';
import type { Line } from './table.js';

/** Where the header of a table stands and what it says. */
export interface Header {
  readonly fit: Fit;
  /** How many of the lines given stand before the first row of data. */
  readonly length: number;
  /** The line on which the header (its last row) stands. */
  readonly row: number;
  /** The lines above the header that are not blank. */
  readonly preamble: readonly Line[];
  /** Whether two rows were merged into one header. */
  readonly isMerged: boolean;
}

interface Candidate {
  readonly at: number;
  readonly length: number;
  readonly best: Fit;
}

/**
 * Finds the header among the first lines of a table: below any preamble, in one row or merged from two. Throws a FileProblem that names
 * the headers found and the nearest kinds of file when no kind fits.
 */
export function findHeader(lines: readonly Line[], dataset?: DatasetId): Header {
  const candidates = lines.flatMap((line, at) => candidatesAt(lines, { line, at, dataset }));
  const best = candidates.reduce<Candidate | undefined>(
    (best, next) => (best && rank(best) >= rank(next) ? best : next),
    undefined,
  );
  if (!best || !best.best.isWhole || best.best.mapping.columns.size < 2)
    throw unknownDataset(lines, best);
  const other = knownOthers.find(({ headers }) =>
    headers.some((header) => has(best.best.mapping.headers, header)),
  );
  if (other && dataset === undefined && best.best.mapping.dataset === 'facility')
    throw otherDataset(other.title, best.best.mapping.headers);
  const last = lines[best.at + best.length - 1];
  return {
    fit: best.best,
    length: best.at + best.length,
    row: last?.row ?? 1,
    preamble: lines
      .slice(0, best.at)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    isMerged: best.length === 2,
  };
}

/** Whether a row of the body is the header again: at least four in five of its cells name the column in which they stand, or another. */
export function isHeaderAgain(cells: readonly string[], headers: readonly string[]): boolean {
  // Nearly every row of data ends here: a header holds no bare number, date, address of the web or long text.
  if (cells.some((cell) => cell.length > 40 || /^[\d\s/:.,()-]*\d$|^https?:/.test(cell)))
    return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2) return false;
  const same = cells.filter(
    (cell, at) => cell.trim() !== '' && headerKey(cell) === headerKey(headers[at] ?? ''),
  ).length;
  if (same >= filled.length * 0.8) return true;
  return (
    filled.length >= 4 && filled.filter((cell) => isKnownHeader(cell)).length >= filled.length * 0.8
  );
}

/** The mapping by which the rows below such a header are read: another one when its columns stand otherwise. */
export function mappingBelow(cells: readonly string[], mapping: Mapping): Mapping {
  const isSame = cells.every(
    (cell, at) => headerKey(cell) === headerKey(mapping.headers[at] ?? ''),
  );
  if (isSame) return mapping;
  const next = mapping.below ? mapping.below(headerCells(cells)) : wholeFit(cells, mapping.dataset);
  if (!next) return mapping;
  refusePersonalData(next.headers);
  return next;
}

function wholeFit(cells: readonly string[], dataset: DatasetId): Mapping | undefined {
  const next = fits(headerCells(cells), dataset)[0];
  return next?.isWhole ? next.mapping : undefined;
}

function candidatesAt(
  lines: readonly Line[],
  { line, at, dataset }: { line: Line; at: number; dataset: DatasetId | undefined },
): Candidate[] {
  if (line.cells.filter((cell) => cell.trim() !== '').length < 2) return [];
  const single = fits(headerCells(line.cells), dataset)[0];
  const next = lines[at + 1];
  const found = single ? [{ at, length: 1, best: single }] : [];
  if (!next || !looksLikeHeader(next.cells)) return found;
  const merged = fits(mergedHeader(line.cells, { below: next.cells, dataset }), dataset)[0];
  const alone = fits(headerCells(next.cells), dataset)[0];
  const isBetter =
    merged && merged.score > (single?.score ?? 0) && merged.score > (alone?.score ?? 0);
  return isBetter ? [...found, { at, length: 2, best: merged }] : found;
}

function rank({ best, at }: Candidate): number {
  return (best.isWhole ? 10_000 : 0) + best.score - at / 1000;
}

function has(headers: readonly string[], wanted: string): boolean {
  return headers.some((header) => headerKey(header) === headerKey(wanted));
}

function unknownDataset(lines: readonly Line[], best: Candidate | undefined): FileProblem {
  for (const { cells } of lines) if (looksLikeHeader(cells)) refusePersonalData(headerCells(cells));
  // A row of data may name persons: only what looks like a header is shown.
  const first = lines.find(({ cells }) => looksLikeHeader(cells));
  const shown =
    best && best.best.score > 0 ? best.best.mapping.headers : headerCells(first?.cells ?? []);
  const headers = looksLikeHeader(shown) ? shown : [];
  const nearest = fits(headers)
    .filter(({ score }) => score > 0)
    .slice(0, 3);
  return new FileProblem(nearest.length > 0 ? 'DATASET_UNKNOWN' : 'HEADER_NOT_FOUND', {
    message:
      `見出しからデータの種類を決められません。見つかった見出し: ${headers.slice(0, 30).join('、') || '（なし）'}。` +
      (nearest.length > 0
        ? `近い種類: ${nearest.map(({ title, mapping }) => `${title}（一致 ${mapping.columns.size}列）`).join('、')}。`
        : ''),
    remedy:
      '見出し行に「名称」「住所」「開始日」などの標準の項目名を付けるか、取り込みのときにデータの種類を指定してください。',
    found: { headers, nearest: nearest.map(({ mapping }) => mapping.dataset) },
  });
}

function otherDataset(title: string, headers: readonly string[]): FileProblem {
  return new FileProblem('DATASET_UNKNOWN', {
    message: `このファイルは「${title}」のようです。この種類は取り込めません。見つかった見出し: ${headers.slice(0, 30).join('、')}。`,
    remedy: '施設の一覧として取り込みたい場合は、データの種類に facility を指定してください。',
    found: { headers, nearest: ['facility'] },
  });
}
