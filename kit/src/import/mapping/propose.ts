import { isDitto } from '../cell/ditto.js';
import { datasets } from '../dataset/catalogue.js';
import type { DatasetId } from '../dataset/definition.js';
import { daysIn } from '../dataset/event-dates.js';
import { isWithheld, refusePersonalData, refusePersonalNumbers } from '../personal.js';
import { monthIn } from '../source.js';
import type { Line } from '../table.js';
import { type ColumnMap, headersIn, readColumnMap } from './column-map.js';
import { type ColumnScore, scoresOf } from './column-score.js';
import { guessHeader } from './guess-header.js';
import { headerNames, nameKey } from './header-name.js';
import { columnTitle, knownColumn } from './known-column.js';
import { type HeaderCandidate, missingNeeds } from './mapped-header.js';
import { areDays, type FacilityKnowing, shapesOf, type ValueShape } from './value-shape.js';

/** What the person who makes a map already knows. */
export interface MapWishes {
  readonly kind?: DatasetId | undefined;
  /** The line of the file on which the header begins, counted from 1. */
  readonly headerRow?: number | undefined;
  /** Column of the file to the known column that it is; `-` for one that is to be none. */
  readonly columns: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly carriedDown: readonly string[];
  readonly fiscalYear?: ColumnMap['fiscalYear'];
  readonly rows?: ColumnMap['rows'];
  readonly isFacility: FacilityKnowing;
}

/** A column of the file, and what it was taken for. */
export interface ProposedColumn {
  readonly name: string;
  /** The standard name of the known column; absent where there is none. */
  readonly column?: string;
  /** Why, in Japanese. */
  readonly reason: string;
}

/** A map for a person to look at. */
export interface Proposal {
  readonly map: ColumnMap;
  readonly columns: readonly ProposedColumn[];
  /** Groups of columns of which the kind of file needs one and has none. */
  readonly missing: readonly (readonly string[])[];
}

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly shapes: readonly ReadonlySet<ValueShape>[];
}

/**
 * Proposes which column of a table of nobody's standard is which known column: by what it is called, by what its values look like, and
 * before all by what a person says. Throws a FileProblem where there is no header, where a column names patrons, or where a wish cannot be met.
 */
export function proposeMap(lines: readonly Line[], wishes: MapWishes): Proposal {
  const table = tableBelow(lines, { header: guessHeader(lines, wishes.headerRow), wishes });
  const kinds = wishes.kind ? [wishes.kind] : datasets.map(({ id }) => id);
  const proposals = kinds.map((kind) => proposeKind(table, { kind, wishes }));
  const [best] = proposals.toSorted(
    (one, other) =>
      Number(one.missing.length > 0) - Number(other.missing.length > 0) || other.score - one.score,
  );
  if (!best) throw new Error('Broken assumption: there is a kind of file');
  const { map, columns, missing } = best;
  return { map: readColumnMap(map), columns, missing };
}

function tableBelow(
  lines: readonly Line[],
  { header, wishes }: { header: HeaderCandidate; wishes: MapWishes },
): Table {
  const { at, length, headers } = header;
  refusePersonalData(headers);
  const rows = lines.slice(at + length).map(({ cells }) => cells);
  refusePersonalNumbers(headers, rows);
  const names = headerNames(headers);
  const month = monthIn(lines.slice(0, at));
  const shapes = names.map((name, place) => {
    const cells = rows.map((row) => row[place] ?? '');
    const found = shapesOf(cells, wishes.isFacility);
    return isDayOfMonth(name) && areDays(cells, month) ? new Set<ValueShape>(['date']) : found;
  });
  return { names, rows, shapes };
}

/** Whether a column is called as one of days without their month is. */
const isDayOfMonth = (name: string): boolean =>
  /^日(?:にち|付)?$/u.test(name.replaceAll(/\s/gu, ''));

function proposeKind(
  table: Table,
  { kind, wishes }: { kind: DatasetId; wishes: MapWishes },
): Proposal & { readonly score: number } {
  const said = Object.entries(wishes.columns).filter(([, target]) => target !== '-');
  const spoken = new Set(Object.keys(wishes.columns).flatMap(headersIn).map(nameKey));
  const taken = new Set(
    [...said.map(([, target]) => target), ...Object.keys(wishes.constants)].map((target) =>
      knownColumn(kind, target),
    ),
  );
  const found = assign(table, { kind, spoken, taken });
  const columns = {
    ...Object.fromEntries(said.map(([name, target]) => [name, titleOf(kind, target)])),
    ...Object.fromEntries(
      [...found].map(([name, { column }]) => [name, columnTitle(kind, column)]),
    ),
  };
  const map: ColumnMap = {
    kind,
    headers: table.names.filter((name) => name !== ''),
    columns,
    constants: Object.fromEntries(
      Object.entries(wishes.constants).map(([target, text]) => [titleOf(kind, target), text]),
    ),
    carriedDown: [...new Set([...wishes.carriedDown, ...mergedCells(table, { kind, columns })])],
    ...(wishes.fiscalYear === undefined ? {} : { fiscalYear: wishes.fiscalYear }),
    ...rowsOf(table, { kind, columns, said: wishes.rows }),
  };
  return {
    map,
    columns: proposedColumns(table, { columns, found, spoken }),
    missing: missingNeeds(map),
    score: [...found.values()].reduce((sum, { score }) => sum + score, 0),
  };
}

/** The columns one by one, the surest first: each column of the file is one known column at most, and each known one is taken once. */
function assign(
  { names, shapes }: Table,
  {
    kind,
    spoken,
    taken,
  }: { kind: DatasetId; spoken: ReadonlySet<string>; taken: ReadonlySet<string | undefined> },
): Map<string, ColumnScore> {
  const scores = names.flatMap((name, at) => {
    if (name === '' || spoken.has(nameKey(name)) || isWithheld(name)) return [];
    return scoresOf(kind, { name, shapes: shapes[at] ?? new Set() }).map((score) => ({
      name,
      at,
      score,
    }));
  });
  const found = new Map<string, ColumnScore>();
  const used = new Set(taken);
  const bestFirst = scores.toSorted(
    (one, other) => other.score.score - one.score.score || one.at - other.at,
  );
  for (const { name, score } of bestFirst) {
    if (found.has(name) || used.has(score.column)) continue;
    used.add(score.column);
    found.set(name, score);
  }
  return used.has('name') ? found : withThemeForName(found);
}

/** A theme is the name where nothing else is one. */
function withThemeForName(found: ReadonlyMap<string, ColumnScore>): Map<string, ColumnScore> {
  const named = [...found].map(([name, score]): [string, ColumnScore] =>
    score.column === 'topic' ? [name, { ...score, column: 'name' }] : [name, score],
  );
  return new Map(named);
}

function proposedColumns(
  { names }: Table,
  of: {
    columns: Readonly<Record<string, string>>;
    found: ReadonlyMap<string, ColumnScore>;
    spoken: ReadonlySet<string>;
  },
): ProposedColumn[] {
  const composed = Object.keys(of.columns).filter((name) => name.includes('{'));
  return [...composed, ...names.filter((name) => name !== '')].map((name): ProposedColumn => {
    const column = of.columns[name];
    if (isWithheld(name)) return { name, reason: '個人に関わるため読みません' };
    if (column === undefined)
      return { name, reason: of.spoken.has(nameKey(name)) ? '指定による' : '' };
    return { name, column, reason: of.found.get(name)?.reason ?? '指定による' };
  });
}

/** Columns whose cells are merged down: the name of the record is there in some rows only, and others are blank in the very same rows. */
function mergedCells(
  { names, rows }: Table,
  { kind, columns }: { kind: DatasetId; columns: Readonly<Record<string, string>> },
): string[] {
  const data = rows.filter((cells) => cells.filter((cell) => cell.trim() !== '').length >= 2);
  const gapsAt = (at: number): string =>
    data.map((cells) => ((cells[at] ?? '').trim() === '' ? ' ' : 'x')).join('');
  const key = names.findIndex((name) => {
    const column = columns[name] === undefined ? undefined : knownColumn(kind, columns[name]);
    return column === 'name' || column === 'title';
  });
  const gaps = key < 0 ? '' : gapsAt(key);
  if (!gaps.startsWith('x') || !gaps.includes(' ')) return [];
  return names.filter((name, at) => columns[name] !== undefined && gapsAt(at) === gaps);
}

/** What rows are that leave their name to the row above: the sessions of a course where each has one day, unless a person says otherwise. */
function rowsOf(
  { names, rows }: Table,
  {
    kind,
    columns,
    said,
  }: {
    kind: DatasetId;
    columns: Readonly<Record<string, string>>;
    said: ColumnMap['rows'];
  },
): Pick<ColumnMap, 'rows'> {
  if (kind !== 'event') return {};
  if (said) return { rows: said };
  const at = (known: string): number =>
    names.findIndex(
      (name) => columns[name] !== undefined && knownColumn(kind, columns[name]) === known,
    );
  const [name, day] = [at('name'), at('startDate')];
  const days = rows.flatMap((cells) => {
    const isLeft = (cells[name] ?? '').trim() === '' || isDitto(cells[name] ?? '');
    return isLeft ? daysIn(cells[day] ?? '').days : [];
  });
  const areSessions = days.length > 0 && days.every(({ to }) => to === undefined);
  return areSessions ? { rows: 'sessions' } : {};
}

function titleOf(kind: DatasetId, target: string): string {
  const column = knownColumn(kind, target);
  return column === undefined ? target : columnTitle(kind, column);
}
