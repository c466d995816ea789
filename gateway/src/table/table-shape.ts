import { HttpRefused } from '../errors/http-refused.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { AskedTable } from './asked-table.js';
import type { Column, Step } from './column.js';
import { columnsOf } from './columns.js';
import { connectionPages, type ConnectionPages } from './connection-pages.js';
import { foundList, nameOf } from './found-list.js';
import { selectedFields, type SelectedField } from './selected-fields.js';

/** What a table of one operation looks like, whatever its data are. */
export interface TableShape {
  /** The list's path of response keys, with dots. */
  readonly list: string;
  readonly path: readonly string[];
  readonly operationName: string | undefined;
  readonly columns: readonly Column[];
  readonly multiplied: readonly Step[] | undefined;
  readonly pages: ConnectionPages;
  /** Paths, without the places in lists, of what the caller may not see. */
  readonly withheld: ReadonlySet<string>;
  /** Tells tables with other columns apart. */
  readonly signature: string;
}

const known = new WeakMap<CompiledOperation, Map<string, TableShape>>();

/** Shapes of one operation that are remembered at most. */
const rememberedShapes = 16;

/** What the table that was asked for looks like; throws RequestRefused or HttpRefused where there is no such table. */
export function tableShape(compiled: CompiledOperation, asked: AskedTable): TableShape {
  const key = `${asked.list ?? ''}:${asked.rows ?? ''}`;
  const shapes = known.get(compiled) ?? new Map<string, TableShape>();
  known.set(compiled, shapes);
  const before = shapes.get(key);
  if (before) return before;
  const shape = shapeOf(compiled, asked);
  if (shapes.size >= rememberedShapes) shapes.clear();
  shapes.set(key, shape);
  return shape;
}

function shapeOf({ variant }: CompiledOperation, asked: AskedTable): TableShape {
  const fields = selectedFields(variant);
  const list = foundList(fields, asked.list);
  if (list.some(({ isWithheld }) => isWithheld)) throw listWithheld(nameOf(list), variant);
  const { columns, multiplied } = columnsOf(list, asked.rows);
  return {
    list: nameOf(list),
    path: list.map(({ key }) => key),
    operationName: variant.operation.definition.name?.value,
    columns,
    multiplied,
    pages: connectionPages(list, fields),
    withheld: new Set(withheldIn(fields, '')),
    signature: JSON.stringify(columns.map(({ name, kind, isList }) => [name, kind, isList])),
  };
}

function listWithheld(list: string, { permissions }: CompiledOperation['variant']): HttpRefused {
  const refusal = `This caller may not see the list "${list}", so there is no table.`;
  return permissions.denial === 'UNAUTHENTICATED'
    ? new HttpRefused(401, refusal, { 'www-authenticate': 'Bearer' })
    : new HttpRefused(permissions.denial === 'FORBIDDEN' ? 403 : 503, refusal);
}

function withheldIn(fields: readonly SelectedField[], above: string): string[] {
  return fields.flatMap(({ key, below, isWithheld }) => {
    const path = above === '' ? key : `${above}.${key}`;
    return isWithheld ? [path] : withheldIn(below, path);
  });
}
