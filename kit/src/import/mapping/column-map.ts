import { z } from 'zod';

import { datasets } from '../dataset/catalogue.js';
import type { DatasetId } from '../dataset/definition.js';
import { FileProblem } from '../file-problem.js';
import { refusePersonalData } from '../personal.js';
import type { RowsMeaning } from '../session/rows-meaning.js';
import { nameKey } from './header-name.js';
import { knownColumn } from './known-column.js';

/** Which column of a department's own file is which known column; made once, kept as JSON, mended by people. */
export interface ColumnMap {
  readonly kind: DatasetId;
  /** Every column that the file had when the map was made. */
  readonly headers: readonly string[];
  /**
   * Column of the file to the known column that it is. A column may be put together out of several: `{月}月{日}日`, each cell by the
   * name of its column.
   */
  readonly columns: Readonly<Record<string, string>>;
  /** Known column to the text that it has in every row. */
  readonly constants: Readonly<Record<string, string>>;
  /** Columns in which one cell is meant for the rows below it too, until the next that is filled. */
  readonly carriedDown: readonly string[];
  /** The year of days that name none: a fiscal year (April to March), or the one nearest to the day of delivery. */
  readonly fiscalYear?: number | 'delivery' | undefined;
  /** What rows are that leave their name to the row above. */
  readonly rows?: RowsMeaning | undefined;
}

const words = z.string().trim().min(1).max(200);

/** The form in which a map is kept. */
export const columnMapForm = z.strictObject({
  kind: z.enum(datasets.map(({ id }) => id)),
  headers: z.array(words).min(1).max(500),
  columns: z.record(words, words).default({}),
  constants: z.record(words, z.string().trim().min(1).max(500)).default({}),
  carriedDown: z.array(words).default([]),
  fiscalYear: z.union([z.int().min(1990).max(2200), z.literal('delivery')]).optional(),
  rows: z.enum(['sessions', 'separate']).optional(),
});

/**
 * Reads a map as it is kept and checks it: every column that it names is in the file or is known, no known column is taken twice, and no
 * column names patrons. Throws a FileProblem with everything that is wrong.
 */
export function readColumnMap(said: unknown): ColumnMap {
  const read = columnMapForm.safeParse(said);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw wrongMap(faults);
  }
  refusePersonalData([...read.data.headers, ...Object.keys(read.data.columns)]);
  const faults = faultsOf(read.data);
  if (faults.length > 0) throw wrongMap(faults);
  return read.data;
}

/** The columns of the file that a name in `columns` speaks of: itself, or those within braces. */
export function headersIn(name: string): readonly string[] {
  return name.includes('{')
    ? [...name.matchAll(/\{([^{}]+)\}/g)].map(([, inner]) => inner ?? '')
    : [name];
}

/** The columns of the file that a map needs: without one of them nothing of a file is taken. */
export function usedHeaders({ columns, carriedDown }: ColumnMap): readonly string[] {
  return [...new Set([...Object.keys(columns).flatMap(headersIn), ...carriedDown])];
}

function faultsOf(map: ColumnMap): string[] {
  const there = new Set(map.headers.map(nameKey));
  const absent = usedHeaders(map)
    .filter((header) => !there.has(nameKey(header)))
    .map((header) => `「${header}」という列はファイルにありません（${map.headers.join('、')}）`);
  const targets = [...Object.values(map.columns), ...Object.keys(map.constants)];
  const unknown = targets
    .filter((target) => knownColumn(map.kind, target) === undefined)
    .map((target) => `「${target}」は ${map.kind} の項目ではありません`);
  const known = targets.map((target) => knownColumn(map.kind, target));
  const twice = targets
    .filter((_, at) => known[at] !== undefined && known.indexOf(known[at]) !== at)
    .map((target) => `「${target}」に2つ以上の列か固定値があります`);
  return [...absent, ...unknown, ...twice];
}

function wrongMap(faults: readonly string[]): FileProblem {
  return new FileProblem('MAPPING_DIFFERS', {
    message: `列の対応付けが正しくありません。${faults.join('。')}。`,
    remedy: '対応付けを直すか、もう一度「map」で作り直してください。',
  });
}
