import type { Composition, Mapping } from '../alias.js';
import { FileProblem } from '../file-problem.js';
import type { Header } from '../header.js';
import { headerCells, looksLikeHeader, mergedHeader } from '../header-cells.js';
import { refusePersonalData } from '../personal.js';
import type { Line } from '../table.js';
import { type ColumnMap, headersIn, usedHeaders } from './column-map.js';
import { headerNames, nameKey } from './header-name.js';
import { columnTitle, columnsOf, knownColumn } from './known-column.js';

/** How the columns of a file differ from those for which a map was made. */
export interface HeaderDifference {
  /** Columns that the map reads and the file has not. */
  readonly gone: readonly string[];
  /** Columns that the file had and the map never read. */
  readonly unread: readonly string[];
  /** Columns that the file had not. */
  readonly added: readonly string[];
}

/** A header as it may stand in the lines: in one, or in two. */
export interface HeaderCandidate {
  readonly at: number;
  readonly length: 1 | 2;
  readonly headers: readonly string[];
}

/** Every header that may stand in the lines, from the top, one line before two. */
export function headerCandidates(lines: readonly Line[]): HeaderCandidate[] {
  return lines.flatMap(({ cells }, at): HeaderCandidate[] => {
    const single = { at, length: 1 as const, headers: headerCells(cells) };
    const below = lines[at + 1]?.cells;
    if (single.headers.filter((header) => header !== '').length < 2) return [];
    if (!below || !looksLikeHeader(below)) return [single];
    const headers = mergedHeader(cells, { below, dataset: undefined });
    return [single, { at, length: 2, headers }];
  });
}

/** The header of a table that stands at a place of its lines. */
export function headerAt(
  lines: readonly Line[],
  { at, length }: HeaderCandidate,
  mapping: Mapping,
): Header {
  return {
    fit: { mapping, title: columnsOf(mapping.dataset).title, score: 0, isWhole: true },
    length: at + length,
    row: lines[at + length - 1]?.row ?? 1,
    preamble: lines.slice(0, at).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    isMerged: length === 2,
  };
}

/**
 * Finds the header for which a map was made, wherever it stands and in whatever order its columns are. Throws a FileProblem that names
 * the columns that are gone and those that are new, where a column that the map reads is not there.
 */
export function findMappedHeader(lines: readonly Line[], map: ColumnMap): Header {
  const candidates = headerCandidates(lines);
  for (const candidate of candidates) {
    const mapping = mappingOf(map, candidate.headers);
    if (mapping) return headerAt(lines, candidate, mapping);
  }
  throw differs(nearestDifference(candidates, map));
}

/** How well a map fits a table: `exact` when its columns are all there and no other, `whole` when those that it reads are there. */
export function fitOf(map: ColumnMap, lines: readonly Line[]): 'exact' | 'whole' | undefined {
  const fitting = headerCandidates(lines).filter(({ headers }) => mappingOf(map, headers));
  const isExact = fitting.some(({ headers }) => {
    const { unread, added } = differenceOf(map, headers);
    return unread.length + added.length === 0;
  });
  return isExact ? 'exact' : fitting.length > 0 ? 'whole' : undefined;
}

/** What is told of a file that a map does not fit; what may be a row of data, and name persons, is not shown. */
function nearestDifference(
  candidates: readonly HeaderCandidate[],
  map: ColumnMap,
): HeaderDifference {
  const likely = candidates.filter(({ headers }) => looksLikeHeader(headers));
  for (const { headers } of likely) refusePersonalData(headers);
  const nearest = likely
    .map(({ headers }) => differenceOf(map, headers))
    .toSorted((one, other) => one.gone.length - other.gone.length)[0];
  const isNear = nearest && nearest.gone.length * 2 <= usedHeaders(map).length;
  return isNear ? nearest : differenceOf(map, []);
}

/** How headers differ from those for which a map was made. */
export function differenceOf(map: ColumnMap, headers: readonly string[]): HeaderDifference {
  const names = headerNames(headers).filter((name) => name !== '');
  const [there, used, known] = [names, usedHeaders(map), map.headers].map(
    (each) => new Set(each.map(nameKey)),
  );
  return {
    gone: usedHeaders(map).filter((header) => !there?.has(nameKey(header))),
    unread: map.headers.filter(
      (header) => !there?.has(nameKey(header)) && !used?.has(nameKey(header)),
    ),
    added: names.filter((name) => !known?.has(nameKey(name))),
  };
}

/** How the cells below such headers are known by a map; undefined where a column is gone that the map reads. */
export function mappingOf(map: ColumnMap, headers: readonly string[]): Mapping | undefined {
  const places = new Map(headerNames(headers).map((name, at) => [nameKey(name), at] as const));
  const placeOf = (header: string): number | undefined => places.get(nameKey(header));
  if (usedHeaders(map).some((header) => placeOf(header) === undefined)) return undefined;
  const columns = new Map<string, number[]>();
  const composed = new Map<string, Composition>();
  for (const [name, target] of Object.entries(map.columns)) {
    const column = knownColumn(map.kind, target) ?? target;
    if (name.includes('{')) composed.set(column, { header: name, parts: partsOf(name, placeOf) });
    else columns.set(column, [placeOf(name) ?? -1]);
  }
  for (const [target, text] of Object.entries(map.constants)) {
    const column = knownColumn(map.kind, target) ?? target;
    composed.set(column, { header: columnTitle(map.kind, column), parts: [text] });
  }
  const read = new Set(usedHeaders(map).map(placeOf));
  return {
    dataset: map.kind,
    headers,
    columns,
    extra: headers.flatMap((header, at) => (header !== '' && !read.has(at) ? [at] : [])),
    composed,
    carried: map.carriedDown.map((header) => placeOf(header) ?? -1),
    ...(map.rows && { rows: map.rows }),
    below: (again) => mappingOf(map, again),
  };
}

/** The columns that each kind of file must have and that a map gives no column or constant for, by their standard names. */
export function missingNeeds(map: Pick<ColumnMap, 'kind' | 'columns' | 'constants'>): string[][] {
  const given = new Set(
    [...Object.values(map.columns), ...Object.keys(map.constants)].map((target) =>
      knownColumn(map.kind, target),
    ),
  );
  return columnsOf(map.kind)
    .needs.filter((group) => !group.some((column) => given.has(column)))
    .map((group) => group.map((column) => columnTitle(map.kind, column)));
}

function partsOf(
  name: string,
  placeOf: (header: string) => number | undefined,
): (string | number)[] {
  const headers = new Set(headersIn(name));
  return name
    .split(/[{}]/)
    .map((part, at) => (at % 2 === 1 && headers.has(part) ? (placeOf(part) ?? part) : part))
    .filter((part) => part !== '');
}

function differs({ gone, added }: HeaderDifference): FileProblem {
  const news = added.length > 0 ? `対応付けにない列: ${added.slice(0, 30).join('、')}。` : '';
  return new FileProblem('MAPPING_DIFFERS', {
    message: `列が、対応付けをしたときと違います。なくなった列: ${gone.join('、')}。${news}名前が変わったのか、なくなったのかは推測しません。`,
    remedy:
      '列の名前を元に戻すか、もう一度「map」で対応付けを作り直してから、同じファイルをもう一度渡してください。',
    found: { gone, added },
  });
}
