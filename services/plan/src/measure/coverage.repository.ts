import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { byTime } from './any-time.rules.js';
import { reached } from './kept-offers.repository.js';
import { takesPlace } from './measure.repository.js';

/** A measure or heading, and between which moments to look; ISO 8601, null does not restrict. */
export interface CoverageOf {
  readonly of: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How many opportunities of one department carry out a measure, samples apart. */
export interface CoverageRow {
  readonly key: CoverageOf;
  readonly department: string;
  readonly official: number;
  readonly samples: number;
}

/** SQL for the facts `f` of a wish `w` for a measure and all under it, each once. */
const facts = `(
    select distinct f.* from measure u
    join measure_match x on x.measure_code = u.code
    join opportunity_fact f on f.opportunity_id = x.opportunity_id
    where (u.code = w."of" or starts_with(u.code, w."of" || '-'))
      and ${takesPlace('w."from"', 'w."to"')}
  ) f`;

/** SQL that counts what takes place in a time by department. */
const counted = `select w.at, f.department, (count(*) filter (where not f.sample))::int as official,
    (count(*) filter (where f.sample))::int as samples
  from w cross join lateral ${facts}
  group by w.at, f.department order by w.at, f.department`;

/** SQL that tells the same of any time from what is kept. */
const kept = `select r.at, f.department, coalesce(sum(f.opportunities) filter (where not f.sample), 0)::int as official,
    coalesce(sum(f.opportunities) filter (where f.sample), 0)::int as samples
  from reached r join offer_count f using (measures) where f.opportunities > 0
  group by r.at, f.department order by r.at, f.department`;

const wishes = `w as materialized (
    select * from jsonb_to_recordset(?::jsonb) as w(at int, "of" text, "from" timestamptz, "to" timestamptz)
  )`;

/** Counts for many measures in one query. */
export async function coverageOfMeasures(
  em: EntityManager,
  keys: readonly CoverageOf[],
): Promise<CoverageRow[]> {
  const { always, timed } = byTime(keys);
  const rows = await Promise.all([
    coverageBy(em, `with ${wishes}, ${reached} ${kept}`, always),
    coverageBy(em, `with ${wishes} ${counted}`, timed),
  ]);
  return rows.flat();
}

async function coverageBy(
  em: EntityManager,
  statement: string,
  keys: readonly CoverageOf[],
): Promise<CoverageRow[]> {
  if (keys.length === 0) return [];
  const wanted = keys.map((key, at) => ({ at, ...key }));
  const rows = await em.execute<(Omit<CoverageRow, 'key'> & { at: number })[]>(statement, [
    JSON.stringify(wanted),
  ]);
  return rows.flatMap(({ at, ...row }) => {
    const key = keys[at];
    return key ? [{ key, ...row }] : [];
  });
}

/** One page of the opportunities of a measure. */
export interface OpportunityPage extends PageOf, CoverageOf {}

/** An opportunity with the page on which it stands; without a known start it stands at the end. */
export interface PagedOpportunity {
  readonly page: OpportunityPage;
  readonly id: string;
  /** Milliseconds; null when not known. */
  readonly startsAt: number | null;
}

const place = z.tuple([z.int().nullable(), z.string()]);

/** Opportunities are listed earliest first; this is the cursor of one. */
export const opportunityCursor = ({ startsAt, id }: PagedOpportunity): string =>
  writeCursor([startsAt, id]);

const whenever = `coalesce(f.starts_at, 'infinity')`;

/** Reads many pages in one query: each up to `size + 1` opportunities of its measure, earliest first. */
export async function opportunitiesOfMeasures(
  em: EntityManager,
  pages: readonly OpportunityPage[],
): Promise<PagedOpportunity[]> {
  const wanted = pages.map(({ of, from, to, size, after }, at) => {
    const [startsAt, id] = after === null ? [null, null] : readCursor(after, place);
    const start = startsAt === null ? 'infinity' : new Date(startsAt).toISOString();
    return { at, of, from, to, size: size + 1, start, id };
  });
  const rows = await em.execute<{ at: number; id: string; startsAt: number | null }[]>(
    `select w.at, listed.id, listed.starts_at as "startsAt"
     from jsonb_to_recordset(?::jsonb) as w(at int, "of" text, "from" timestamptz,
       "to" timestamptz, size int, start timestamptz, id text)
     cross join lateral (
       select f.opportunity_id as id, (extract(epoch from f.starts_at) * 1000)::float8 as starts_at,
         row_number() over (order by ${whenever}, f.opportunity_id) as place
       from ${facts}
       where w.id is null or (${whenever}, f.opportunity_id) > (w.start, w.id)
       order by place limit w.size
     ) listed
     order by w.at, listed.place`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ at, ...row }) => {
    const page = pages[at];
    return page ? [{ page, ...row }] : [];
  });
}
