import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { type EntityManager, type RawQueryFragment as Sql, raw, sql } from '@mikro-orm/postgresql';

import { nearTable } from './circumstance.search.js';
import { conditionsOf, everyCondition } from './filter.search.js';
import type { Search } from './opportunity.input.js';
import { OpportunitySort } from './opportunity-sort.entity.js';
import { begunLater, beyond, cursorOf, isOfMany, orders } from './order.search.js';
import { type ReadingRow, readingRows } from './reading.search.js';

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

/** One row of a page of which only the owner and the venue are asked for. */
export interface FoundPlace extends Pick<FoundEntry, 'id' | 'kind' | 'cursor'> {
  readonly venueCode: string | null;
}

/** A page of what was found, one row more than asked for when there is more, and how many there are. */
export interface FoundPage<Found> {
  readonly rows: readonly Found[];
  readonly total: { readonly value: number; readonly isExact: boolean };
  /** How far the services were read when this was found; undefined when it was not asked. */
  readonly readings: readonly ReadingRow[] | undefined;
}

/** Hits that are counted and sorted; of more, an index is walked in order, and the count says "or more". */
export const countedAtMost = 1_000;

interface Row {
  id: string | null;
  kind: string;
  sort_key: string;
  total: string;
  readings: string | null;
}

interface EntryRow extends Row {
  data: PublishedOpportunity;
  indexed_at: string;
  distance: number | null;
}

interface PlaceRow extends Row {
  venue_code: string | null;
}

/** Which page is read. */
export interface PageWanted {
  readonly size: number;
  readonly after?: string | null | undefined;
  /** Whether it is to be told how many there are, and not only what follows. */
  readonly isCounted: boolean;
  /** Whether it is to be told how far the services were read, too. */
  readonly hasReadings: boolean;
}

/**
 * Reads a page in one statement. Up to a thousand hits are gathered, counted and sorted; where there are more,
 * the walk over the order's own index stops as soon as the page is full. Who reads on from a page of which that is
 * known, and does not ask how many there are, spares the counting.
 */
export async function searchPage(
  em: EntityManager,
  search: Search,
  wanted: PageWanted,
): Promise<FoundPage<FoundEntry>> {
  const found = await em.execute<EntryRow[]>(pageStatement(search, wanted));
  return pageOf(found, search, ({ data, indexed_at, distance }) => ({
    data,
    indexedAt: new Date(indexed_at),
    distance,
  }));
}

/** Reads the same without what departments told: for who asks only whose they are, and their venues. */
export async function searchPlaces(
  em: EntityManager,
  search: Search,
  wanted: PageWanted,
): Promise<FoundPage<FoundPlace>> {
  const found = await em.execute<PlaceRow[]>(placeStatement(search, wanted));
  return pageOf(found, search, ({ venue_code: venueCode }) => ({ venueCode }));
}

function pageOf<From extends Row, Told extends object>(
  found: readonly From[],
  { sort }: Search,
  toldOf: (row: From) => Told,
): FoundPage<Told & { id: string; kind: string; cursor: string }> {
  const total = Number(found[0]?.total ?? 0);
  const isExact = total <= countedAtMost;
  const rows = found.flatMap((row) => {
    const { id, kind, sort_key } = row;
    if (id === null) return [];
    const cursor = cursorOf([sort, sort_key, id], !isExact);
    return [{ id, kind, cursor, ...toldOf(row) }];
  });
  const told = found.find(({ readings }) => readings !== null)?.readings;
  return {
    rows,
    total: { value: Math.min(total, countedAtMost), isExact },
    // The statement below made them.
    readings: told == null ? undefined : (JSON.parse(told) as ReadingRow[]),
  };
}

/** The SQL of a column that tells, in one of the rows, how far the services were read: of the moment of the rows. */
const readingsColumn = ({ hasReadings }: PageWanted): Sql =>
  raw<Sql>(
    hasReadings
      ? `case when row_number() over () = 1
           then (select coalesce(json_agg(r), '[]')::text from (${readingRows}) r) end as readings`
      : 'null as readings',
  );

/** The SQL of a page. */
function pageStatement(search: Search, wanted: PageWanted): Sql {
  return sql<Sql>`with ${pageTables(search, wanted)}
    select page.id, page.sort_key::text as sort_key, near.distance, page.kind, entry.data,
      entry.indexed_at::text as indexed_at, counted.total, ${readingsColumn(wanted)}
    from counted
    left join page on true
    left join opportunity_entry entry on entry.id = page.id
    left join near on near.code = page.venue_code
    order by ${inOrder(search)}`;
}

function placeStatement(search: Search, wanted: PageWanted): Sql {
  return sql<Sql>`with ${pageTables(search, wanted)}
    select page.id, page.sort_key::text as sort_key, page.kind, page.venue_code, counted.total,
      ${readingsColumn(wanted)}
    from counted
    left join page on true
    order by ${inOrder(search)}`;
}

const inOrder = ({ sort }: Search): Sql => {
  const direction = orders[sort].ascending ? 'asc' : 'desc';
  return raw<Sql>(`page.sort_key ${direction}, page.id ${direction}`);
};

/** SQL of the common tables `near`, `page`, and `counted` with the number of hits, as far as it is counted. */
function pageTables(search: Search, { size, after, isCounted }: PageWanted): Sql {
  const near = nearTable(search.filter);
  const walked = walk(search, size, after);
  if (!isCounted && isOfMany(search, after))
    return sql<Sql>`${near}, page as (${walked}),
      counted as (select ${countedAtMost + 1}::bigint as total)`;
  const direction = raw<Sql>(orders[search.sort].ascending ? 'asc' : 'desc');
  const few = sql<Sql>`select ${placed('s')}, s.sort_key from hits s
    where (select count(*) from hits) <= ${countedAtMost} and ${beyond(search, { key: raw('s.sort_key') }, after)}
    order by s.sort_key ${direction}, s.id ${direction} limit ${size + 1}`;
  const ofMany = sql<Sql>`select ${placed('walked')}, walked.sort_key from (${walked}) walked
    where (select count(*) from hits) > ${countedAtMost}`;
  return sql<Sql>`${near},
    hits as materialized (${hits(search)} limit ${countedAtMost + 1}),
    page as ((${few}) union all (${ofMany})),
    counted as (select count(*) as total from hits)`;
}

/** All that fits, in no order. */
function hits(search: Search, areMany = false): Sql {
  const { key } = orders[search.sort];
  return sql<Sql>`select ${placed('s')}, ${key(search.at)} as sort_key ${fitting(search, areMany)}`;
}

/** What of a row of a search table its page tells without another look at it. */
const placed = (table: string): Sql => raw<Sql>(`${table}.id, ${table}.kind, ${table}.venue_code`);

/** From where, and under which conditions, what fits is taken. */
function fitting({ filter, at, sort }: Search, areMany: boolean): Sql {
  const conditions = conditionsOf(filter, at);
  const nearby = sort === OpportunitySort.DISTANCE ? 'join near on near.code = s.venue_code' : '';
  const table = areMany ? conditions.walked : conditions.table;
  return sql<Sql>`from ${table} s ${raw<Sql>(nearby)} where ${everyCondition(conditions, areMany)}`;
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
  const atVenue = sql<Sql>`select ${placed('s')} from ${conditions.table} s
    where s.venue_code = near.code and ${everyCondition(conditions, true)}`;
  return sql<Sql>`select ${placed('s')}, near.distance as sort_key from near cross join lateral (${atVenue}) s
    where ${beyond(search, { key: raw('near.distance') }, after)} order by ${page}`;
}

/**
 * The first of what has not begun and, where that does not fill the page, the first of what has, each along the index
 * of starts: two short walks.
 */
function upcomingThenBegun(search: Search, size: number, after?: string | null): Sql {
  const at = search.at.toISOString();
  const first = sql<Sql>`order by s.starts_sort, s.id limit ${size + 1}`;
  const key = raw<Sql>('s.starts_sort');
  const later = raw<Sql>(`s.starts_sort + ${begunLater}`);
  const upcoming = sql<Sql>`select ${placed('s')}, s.starts_sort as sort_key ${fitting(search, true)}
    and s.starts_sort >= ${at}::timestamptz and ${beyond(search, { key }, after)} ${first}`;
  const begun = sql<Sql>`select ${placed('s')}, ${later} as sort_key ${fitting(search, true)}
    and (select count(*) from upcoming) <= ${size}
    and s.starts_sort < ${at}::timestamptz and ${beyond(search, { key, moved: begunLater }, after)} ${first}`;
  return sql<Sql>`with upcoming as materialized (${upcoming})
    select ${placed('both_walks')}, both_walks.sort_key
    from ((select * from upcoming) union all (${begun})) both_walks`;
}
