import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { type EntityManager, type RawQueryFragment as Sql, raw, sql } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { momentText } from '../value/moment-text.js';
import { nearTable } from './circumstance.search.js';
import { conditionsOf, everyCondition } from './filter.search.js';
import type { Search } from './opportunity.input.js';
import { OpportunitySort } from './opportunity-sort.entity.js';

/** One opportunity as the index keeps it. */
export interface IndexEntry {
  readonly id: string;
  readonly kind: string;
  readonly data: PublishedOpportunity;
  readonly indexedAt: Date;
}

/** One row of a page, with its place in the order. */
export interface FoundEntry extends IndexEntry {
  readonly cursor: string;
  /** Metres to the point that was asked for. */
  readonly distance: number | null;
}

/** A page of what was found, one row more than asked for when there is more, and how many there are. */
export interface FoundPage {
  readonly rows: readonly FoundEntry[];
  readonly total: { readonly value: number; readonly isExact: boolean };
}

/** Hits that are counted and sorted; of more, an index is walked in order, and the count says "or more". */
export const countedAtMost = 1_000;

interface Row {
  id: string | null;
  kind: string;
  data: PublishedOpportunity;
  indexed_at: string;
  sort_key: string;
  distance: number | null;
  total: string;
}

/**
 * Reads a page in one statement. Up to a thousand hits are gathered, counted and sorted; where there are more,
 * the walk over the order's own index stops as soon as the page is full.
 */
export async function searchPage(
  em: EntityManager,
  search: Search,
  { size, after }: { size: number; after?: string | null | undefined },
): Promise<FoundPage> {
  const found = await em.execute<Row[]>(pageStatement(search, size, after));
  const total = Number(found[0]?.total ?? 0);
  const rows = found.flatMap((row) =>
    row.id === null
      ? []
      : [
          {
            id: row.id,
            kind: row.kind,
            data: row.data,
            indexedAt: new Date(row.indexed_at),
            distance: row.distance,
            cursor: writeCursor([search.sort, row.sort_key, row.id]),
          },
        ],
  );
  return {
    rows,
    total: { value: Math.min(total, countedAtMost), isExact: total <= countedAtMost },
  };
}

/** How rows stand in each order: by which column, its type, and which way. */
const orders: Readonly<Record<OpportunitySort, { key: string; type: string; ascending: boolean }>> =
  {
    STARTS_AT: { key: 's.starts_sort', type: 'timestamptz', ascending: true },
    APPLICATION_CLOSES: { key: 's.closes_sort', type: 'timestamptz', ascending: true },
    DISTANCE: { key: 'near.distance', type: 'integer', ascending: true },
    RECENT: { key: 's.indexed_at', type: 'timestamptz', ascending: false },
  };

/** The SQL of a page; also what the benches explain. */
export function pageStatement(search: Search, size: number, after?: string | null): Sql {
  const direction = raw<Sql>(orders[search.sort].ascending ? 'asc' : 'desc');
  const few = sql<Sql>`select s.id, s.sort_key from hits s
    where (select count(*) from hits) <= ${countedAtMost} and ${beyond(search, 's.sort_key', after)}
    order by s.sort_key ${direction}, s.id ${direction} limit ${size + 1}`;
  const many = sql<Sql>`select walked.id, walked.sort_key from (${walk(search, size, after)}) walked
    where (select count(*) from hits) > ${countedAtMost}`;
  return sql<Sql>`with ${nearTable(search.filter)},
    hits as materialized (${hits(search)} limit ${countedAtMost + 1}),
    page as ((${few}) union all (${many}))
    select page.id, page.sort_key::text as sort_key, near.distance, entry.kind, entry.data,
      entry.indexed_at::text as indexed_at, counted.total
    from (select count(*) as total from hits) counted
    left join page on true
    left join opportunity_entry entry on entry.id = page.id
    left join near on near.code = entry.data ->> 'venueCode'
    order by page.sort_key ${direction}, page.id ${direction}`;
}

/** All that fits, in no order. */
function hits({ filter, at, sort }: Search, areMany = false): Sql {
  const conditions = conditionsOf(filter, at);
  const nearby = sort === OpportunitySort.DISTANCE ? 'join near on near.code = s.venue_code' : '';
  const select = raw<Sql>(`select s.id, ${orders[sort].key} as sort_key from`);
  return sql<Sql>`${select} ${conditions.table} s ${raw<Sql>(nearby)} where ${everyCondition(conditions, areMany)}`;
}

/**
 * All that fits, in order, from the first beyond the cursor. By distance it goes from venue to venue; else along
 * the index of the order's column.
 */
function walk(search: Search, size: number, after?: string | null): Sql {
  const { key, ascending } = orders[search.sort];
  const direction = raw<Sql>(ascending ? 'asc' : 'desc');
  const page = sql<Sql>`sort_key ${direction}, id ${direction} limit ${size + 1}`;
  if (search.sort !== OpportunitySort.DISTANCE)
    return sql<Sql>`${hits(search, true)} and ${beyond(search, key, after)} order by ${page}`;
  const conditions = conditionsOf(search.filter, search.at);
  const atVenue = sql<Sql>`select s.id from ${conditions.table} s
    where s.venue_code = near.code and ${everyCondition(conditions, true)}`;
  return sql<Sql>`select s.id, near.distance as sort_key from near cross join lateral (${atVenue}) s
    where ${beyond(search, 'near.distance', after)} order by ${page}`;
}

/** True of rows behind the cursor, as one comparison of rows, which an index serves as a range. */
function beyond({ sort }: Search, key: string, after?: string | null): Sql {
  if (!after) return raw<Sql>('true');
  const [, value, id] = readCursor(after, cursorShapes[sort]);
  const { type, ascending } = orders[sort];
  return raw<Sql>(`(${key}, s.id) ${ascending ? '>' : '<'} (?::${type}, ?)`, [value, id]);
}

const shapeOf = (sort: OpportunitySort, value: z.ZodString) =>
  z.tuple([z.literal(sort), value, z.string()]);
const cursorShapes = {
  STARTS_AT: shapeOf(OpportunitySort.STARTS_AT, momentText),
  APPLICATION_CLOSES: shapeOf(OpportunitySort.APPLICATION_CLOSES, momentText),
  DISTANCE: shapeOf(OpportunitySort.DISTANCE, z.string().regex(/^\d{1,6}$/)),
  RECENT: shapeOf(OpportunitySort.RECENT, momentText),
};
