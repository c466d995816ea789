import { RequestRefused } from '../errors/gateway-error.js';
import type { CellKind } from './cell-kind.js';
import { cellText } from './cell-text.js';
import { zoneOffset } from './zone-offset.js';

/** A cell as files with types hold it. Moments are milliseconds and days are days, both since 1970. */
export type FiledCell = string | number | boolean | null;

const day = 24 * 60 * 60 * 1000;

/**
 * A cell for a file that has types. A moment is told as the clocks of a zone show it where the file knows no zones.
 * Throws RequestRefused for a value that is not what its column is, since nothing else could be written there.
 */
export function filedCell(
  cell: unknown,
  kind: CellKind | undefined,
  zone: string | undefined,
): FiledCell {
  if (cell === null || cell === undefined) return null;
  if (kind === 'whole' || kind === 'decimal') return typeof cell === 'number' ? cell : misfit(kind);
  if (kind === 'boolean') return typeof cell === 'boolean' ? cell : misfit(kind);
  if (kind === 'moment') return moment(cell, zone);
  if (kind === 'day') return Math.floor(parsed(cell, kind) / day);
  return cellText(cell);
}

function moment(cell: unknown, zone: string | undefined): number {
  const time = parsed(cell, 'moment');
  return zone === undefined ? time : time + zoneOffset(time, zone);
}

function parsed(cell: unknown, kind: CellKind): number {
  // In one process a department may give an object that only JSON would make a text.
  const time = cell instanceof Date ? cell.getTime() : Date.parse(String(cell));
  return Number.isNaN(time) ? misfit(kind) : time;
}

function misfit(kind: CellKind): never {
  throw new RequestRefused(
    'SUBGRAPH_ANSWER_MALFORMED',
    `A department gave a value that is no ${kind}, so that it cannot stand in its column; ask for CSV or NDJSON.`,
  );
}
