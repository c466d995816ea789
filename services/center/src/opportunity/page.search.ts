import { writeCursor } from '@manabi/kit/connection/cursor';
import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { type EntityManager, type RawQueryFragment as Sql, raw, sql } from '@mikro-orm/postgresql';

import { nearTable } from './circumstance.search.js';
import { conditionsOf, everyCondition } from './filter.search.js';
import type { Search } from './opportunity.input.js';
import { OpportunitySort } from './opportunity-sort.entity.js';
import { begunLater, beyond, orders } from './order.search.js';

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

/** The SQL of a page; also what the benches explain. */
export function pageStatement(search: Search, size: number, after?: string | null): Sql {
  const direction = raw<Sql>(orders[search.sort].ascending ? 'asc' : 'desc');
  const few = sql<Sql>`select s.id, s.sort_key from hits s
    where (select count(*) from hits) <= ${countedAtMost} and ${beyond(search, { key: raw('s.sort_key') }, after)}
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
function hits(search: Search, areMany = false): Sql {
  const { key } = orders[search.sort];
  return sql<Sql>`select s.id, ${key(search.at)} as sort_key ${fitting(search, areMany)}`;
}

/** From where, and under which conditions, what fits is taken. */
function fitting({ filter, at, sort }: Search, areMany: boolean): Sql {
  const conditions = conditionsOf(filter, at);
  const nearby = sort === OpportunitySort.DISTANCE ? 'join near on near.code = s.venue_code' : '';
  return sql<Sql>`from ${conditions.table} s ${raw<Sql>(nearby)} where ${everyCondition(conditions, areMany)}`;
}

/**
 * All that fits, in order, from the first beyond the cursor. By distance it goes from venue to venue; else along
 * the index of the order's column.
 */
function walk(search: Search, size: number, after?: string | null): Sql {
  const { key, ascending } = orders[search.sort];
  const direction = raw<Sql>(ascending ? 'asc' : 'desc');
  const page = sql<Sql>`sort_key ${direction}, id ${direction} limit ${size + 1}`;
  if (search.sort === OpportunitySort.UPCOMING)
    return sql<Sql>`${upcomingThenBegun(search, size, after)} order by ${page}`;
  if (search.sort !== OpportunitySort.DISTANCE)
    return sql<Sql>`${hits(search, true)} and ${beyond(search, { key: key(search.at) }, after)} order by ${page}`;
  const conditions = conditionsOf(search.filter, search.at);
  const atVenue = sql<Sql>`select s.id from ${conditions.table} s
    where s.venue_code = near.code and ${everyCondition(conditions, true)}`;
  return sql<Sql>`select s.id, near.distance as sort_key from near cross join lateral (${atVenue}) s
    where ${beyond(search, { key: raw('near.distance') }, after)} order by ${page}`;
}

/** The first of what has not begun and the first of what has, each along the index of starts: two short walks. */
function upcomingThenBegun(search: Search, size: number, after?: string | null): Sql {
  const at = search.at.toISOString();
  const first = sql<Sql>`order by s.starts_sort, s.id limit ${size + 1}`;
  const key = raw<Sql>('s.starts_sort');
  const later = raw<Sql>(`s.starts_sort + ${begunLater}`);
  const upcoming = sql<Sql>`select s.id, s.starts_sort as sort_key ${fitting(search, true)}
    and s.starts_sort >= ${at}::timestamptz and ${beyond(search, { key }, after)} ${first}`;
  const begun = sql<Sql>`select s.id, ${later} as sort_key ${fitting(search, true)}
    and s.starts_sort < ${at}::timestamptz and ${beyond(search, { key, moved: begunLater }, after)} ${first}`;
  return sql<Sql>`select both_walks.id, both_walks.sort_key from ((${upcoming}) union all (${begun})) both_walks`;
}
