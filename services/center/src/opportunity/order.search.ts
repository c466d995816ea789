import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { type RawQueryFragment as Sql, raw, sql } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { momentText } from '../value/moment-text.js';
import type { Search } from './opportunity.input.js';
import { OpportunitySort } from './opportunity-sort.entity.js';

/** One order of a search: by what it goes at a moment, the type of that in PostgreSQL, and which way. */
interface Order {
  readonly key: (at: Date) => Sql;
  readonly type: string;
  readonly ascending: boolean;
}

/** What stands behind everything that has not begun yet: its start, moved by this far. */
export const begunLater = `interval '1000 years'`;

const byColumn = (column: string, type: string, ascending: boolean): Order => ({
  key: () => raw(column),
  type,
  ascending,
});

/** How rows stand in each order. */
export const orders: Readonly<Record<OpportunitySort, Order>> = {
  STARTS_AT: byColumn('s.starts_sort', 'timestamptz', true),
  UPCOMING: {
    key: (at) =>
      sql`case when s.starts_sort < ${at.toISOString()}::timestamptz
        then s.starts_sort + ${raw(begunLater)} else s.starts_sort end`,
    type: 'timestamptz',
    ascending: true,
  },
  APPLICATION_CLOSES: byColumn('s.closes_sort', 'timestamptz', true),
  DISTANCE: byColumn('near.distance', 'integer', true),
  RECENT: byColumn('s.indexed_at', 'timestamptz', false),
};

/**
 * True of rows behind the cursor, as one comparison of rows, which an index serves as a range. Where the key stands
 * moved, the cursor is moved back rather than each row.
 */
export function beyond(
  { sort }: Pick<Search, 'sort'>,
  { key, moved }: { readonly key: Sql; readonly moved?: string },
  after?: string | null,
): Sql {
  if (!after) return raw<Sql>('true');
  const [, value, id] = readCursor(after, cursorShapes[sort]);
  const { type, ascending } = orders[sort];
  const last = raw<Sql>(`?::${type}${moved ? ` - ${moved}` : ''}`, [value]);
  return sql<Sql>`(${key}, s.id) ${raw(ascending ? '>' : '<')} (${last}, ${id})`;
}

/** What a cursor says of a page that was one of more hits than are counted. */
const many = 'many';

/** The cursor of a row, which says too whether there are more hits than are counted. */
export const cursorOf = (
  key: readonly [OpportunitySort, string, string],
  areMany: boolean,
): string => writeCursor([...key, ...(areMany ? [many] : [])]);

/** Whether a cursor says that there are more hits than are counted. */
export const isOfMany = (
  { sort }: Pick<Search, 'sort'>,
  after: string | null | undefined,
): boolean => Boolean(after) && readCursor(after ?? '', cursorShapes[sort]).length > 3;

const shapeOf = (sort: OpportunitySort, value: z.ZodString) =>
  z.union([
    z.tuple([z.literal(sort), value, z.string()]),
    z.tuple([z.literal(sort), value, z.string(), z.literal(many)]),
  ]);
const cursorShapes = {
  STARTS_AT: shapeOf(OpportunitySort.STARTS_AT, momentText),
  UPCOMING: shapeOf(OpportunitySort.UPCOMING, momentText),
  APPLICATION_CLOSES: shapeOf(OpportunitySort.APPLICATION_CLOSES, momentText),
  DISTANCE: shapeOf(OpportunitySort.DISTANCE, z.string().regex(/^\d{1,6}$/)),
  RECENT: shapeOf(OpportunitySort.RECENT, momentText),
};
