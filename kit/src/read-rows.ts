import { inspect } from 'node:util';

import type { Constructor, EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Which rows of a table are read: SQL of their columns, with `?` for each value, and their order. */
export interface RowsWanted {
  readonly where: string;
  readonly values: readonly unknown[];
  /** SQL of columns; no order unless said. */
  readonly order?: string;
  /** The properties that are read, one list for all calls, where nobody looks at the others; all unless said. */
  readonly only?: readonly string[];
}

/**
 * Reads rows as objects of their class that are only read: without the unit of work that watches for changes, which
 * takes four times as long. Whoever tries to keep a changed one is refused; who wants to change rows finds them
 * by the entity manager.
 */
export async function readRows<Row extends object>(
  em: EntityManager,
  type: Constructor<Row>,
  { where, values, order, only }: RowsWanted,
): Promise<Row[]> {
  const reading = readingOf(em, type, only);
  // As one text: the driver takes apart each column of each row, JSON.parse all of them at once.
  const sql = `select json_agg(r)::text as rows from (
    select ${reading.columns} from ${reading.table} where ${where}${order === undefined ? '' : ` order by ${order}`}) r`;
  const [told] = await em.execute<[{ rows: string | null }]>(sql, [...values]);
  if (told.rows === null) return [];
  // The statement above made it: an object for each row, under the names of the class.
  const rows = JSON.parse(told.rows) as Record<string, unknown>[];
  return rows.map((row) => reading.made(row));
}

/** The rows with these keys, in no order; keys that nobody has are left out. */
export function readByKeys<Row extends object>(
  em: EntityManager,
  type: Constructor<Row>,
  [column, keys]: readonly [column: string, keys: readonly string[]],
): Promise<Row[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return readRows(em, type, { where: `${column} = any(array[?]::text[])`, values: [keys] });
}

interface Reading<Row> {
  readonly table: string;
  readonly columns: string;
  /** A row as an object of its class. */
  readonly made: (row: Record<string, unknown>) => Row;
}

/** How rows are read, worked out once for each class and each list of properties. */
const readings = new WeakMap<object, Reading<object>>();

function readingOf<Row extends object>(
  em: EntityManager,
  type: Constructor<Row>,
  only?: readonly string[],
): Reading<Row> {
  let reading = readings.get(only ?? type);
  if (!reading) {
    reading = worked(em.getMetadata().get<Row>(type), type, only);
    readings.set(only ?? type, reading);
  }
  // The map's key is the class of what its reading makes, or a list of its properties.
  return reading as Reading<Row>;
}

function worked<Row extends object>(
  { tableName, props }: EntityMetadata<Row>,
  type: Constructor<Row>,
  only?: readonly string[],
): Reading<Row> {
  const every = props.filter(({ fieldNames }) => fieldNames?.length === 1);
  const columns = every.filter(({ name }) => only?.includes(name) ?? true);
  for (const column of columns) requireTold(column, tableName);
  const moments = columns.filter(({ type: kind }) => kind === 'Date').map(({ name }) => name);
  const prototype = unwatched(
    type,
    every.map(({ name }) => name),
  );
  return {
    table: `"${tableName}"`,
    columns: columns.map(({ name, fieldNames: [field] }) => `"${field}" as "${name}"`).join(', '),
    made: (row) => {
      for (const name of moments) {
        const value = row[name];
        if (typeof value === 'string') row[name] = new Date(value);
      }
      // It has the columns of the class, and gets its methods: quicker than a copy of as many columns.
      return Object.setPrototypeOf(row, prototype) as Row;
    },
  };
}

/** Kinds of columns that JSON tells as the class has them. */
const told: ReadonlySet<string> = new Set([
  'string',
  'text',
  'text[]',
  'integer',
  'integer[]',
  'boolean',
  'date',
  'double precision',
  'DoubleType',
  'Date',
  'ArrayType',
  'JsonType',
]);

function requireTold<Row>({ name, type }: EntityProperty<Row>, table: string): void {
  if (told.has(type)) return;
  throw new Error(
    `"${name}" of ${table} is a ${type}, which JSON does not tell whole. Find such rows by the entity manager.`,
  );
}

/** A prototype that has the class's own getters and methods, and none of the setters that watch for changes. */
function unwatched(type: Constructor, names: readonly string[]): object {
  const plain = { value: undefined, writable: true, enumerable: false, configurable: true };
  // A class has a prototype.
  return Object.create(type.prototype as object, {
    ...Object.fromEntries(names.map((name) => [name, plain])),
    toJSON: {
      value(this: object) {
        return { ...this };
      },
    },
    [inspect.custom]: { value: undefined },
    __helper: {
      get: () => {
        throw new Error(`This ${type.name} was read by readRows, and cannot be changed.`);
      },
    },
  });
}
