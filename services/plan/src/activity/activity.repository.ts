import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { CommunityActivity } from './activity.entity.js';
import type { ActivityFilter } from './activity.input.js';

/** Activities that a list of one grant shows at most. */
const listed = 20;

/** Those with these ids, in no order; ids that nothing has are left out. */
export function activitiesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<CommunityActivity[]> {
  return em.find(CommunityActivity, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** What was done with these grants, latest first, up to twenty of each. */
export async function activitiesOfGrants(
  em: EntityManager,
  grantIds: readonly string[],
): Promise<CommunityActivity[]> {
  const rows = await em.execute<object[]>(
    `select a.* from jsonb_array_elements_text(?::jsonb) as wanted (id)
     cross join lateral (select * from community_activity where grant_id = wanted.id and withdrawn_at is null
       order by held_on desc, id limit ${listed}) a`,
    [JSON.stringify(grantIds)],
  );
  return rows.map((row) => em.map(CommunityActivity, row));
}

/** SQL of the fiscal year of a day, which begins in April. */
const fiscalYear = `extract(year from held_on - interval '3 months')::int`;

const place = z.tuple([z.string(), z.string()]);

/** Activities stand latest first; this is the cursor of one. */
export const activityCursor = ({ heldOn, id }: CommunityActivity): string =>
  writeCursor([heldOn, id]);

/** Reads one page of activities that fit, latest first, and one row more. */
export async function activitiesThatFit(
  em: EntityManager,
  filter: ActivityFilter,
  { size, after }: Omit<PageOf, 'of'>,
): Promise<CommunityActivity[]> {
  const conditions: [sql: string, ...values: unknown[]][] = [['withdrawn_at is null']];
  const { schoolDistrict, group, kind, measure, fiscalYear: year } = filter;
  if (schoolDistrict != null) conditions.push(['district_code = ?', schoolDistrict]);
  if (group != null) conditions.push(['group_id = ?', group]);
  if (kind != null) conditions.push(['kind = ?', kind]);
  if (measure != null) conditions.push(['measure_codes @> array[?]::text[]', measure]);
  if (year != null) conditions.push([`${fiscalYear} = ?`, year]);
  if (after !== null)
    conditions.push(['(held_on, id) < (?::date, ?)', ...readCursor(after, place)]);
  const rows = await em.execute<object[]>(
    `select * from community_activity where ${conditions.map(([sql]) => sql).join(' and ')}
     order by held_on desc, id desc limit ?`,
    [...conditions.flatMap(([, ...values]) => values), size + 1],
  );
  return rows.map((row) => em.map(CommunityActivity, row));
}

/** Whose career over which fiscal years; null does not restrict. */
export interface CareerOf {
  readonly of: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** What was done in one fiscal year of a career. */
export interface CareerRow {
  readonly key: CareerOf;
  readonly year: number;
  readonly sample: boolean;
  readonly activities: number;
  readonly presentations: number;
  readonly groups: number;
  readonly participants: number | null;
  readonly helpers: number | null;
  readonly latest: CommunityActivity;
}

/** Sums many careers up in one query, latest year first. Samples count only where there is nothing official. */
export async function careersOf(
  em: EntityManager,
  column: 'district_code' | 'group_id',
  keys: readonly CareerOf[],
): Promise<CareerRow[]> {
  const wanted = keys.map((key, at) => ({ at, ...key }));
  const rows = await em.execute<
    (Omit<CareerRow, 'key' | 'latest'> & { at: number; latest: object })[]
  >(
    `select w.at, y.* from jsonb_to_recordset(?::jsonb) as w (at int, "of" text, "from" int, "to" int)
     cross join lateral (
       select year, sample, count(*)::int as activities,
         (count(*) filter (where kind = 'PRESENTATION'))::int as presentations,
         count(distinct group_id)::int as groups, sum(participants)::int as participants,
         sum(helpers)::int as helpers, (array_agg(to_jsonb(c) - 'year' - 'sample' - 'mixed' order by held_on desc, id))[1] as latest
       from (
         select a.*, ${fiscalYear} as year, marked.sample,
           bool_or(not marked.sample) over (partition by ${fiscalYear}) and marked.sample as mixed
         from community_activity a
         cross join lateral (select coalesce((a.provenance ->> 'sample')::boolean, false) as sample) marked
         where a.${column} = w."of" and a.withdrawn_at is null
       ) c
       where not mixed and (w."from" is null or year >= w."from") and (w."to" is null or year <= w."to")
       group by year, sample
     ) y
     order by w.at, y.year desc`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ at, latest, ...row }) => {
    const key = keys[at];
    return key ? [{ key, ...row, latest: em.map(CommunityActivity, latest) }] : [];
  });
}
