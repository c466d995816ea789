import type { EntityManager } from '@mikro-orm/postgresql';

import { takesPlace } from '../measure/measure.repository.js';
import { type ParticipationRow, sums } from './participation.repository.js';
import type { CountedScope } from './statistic.input.js';

/** SQL of the scope that is asked for. */
export const scope = `w as (select * from jsonb_to_record(?::jsonb)
  as w ("from" timestamptz, "to" timestamptz, samples boolean))`;

/** SQL that is true of facts `f` that count in the scope `w`. */
export const counts = `(w.samples or not f.sample) and ${takesPlace('w."from"', 'w."to"')}`;

/** SQL of the times at which what counts takes place, within the scope's period. */
const times = `(
    select f.*, t.starts, greatest(t.starts, t.ends) as ends from w join opportunity_fact f on ${counts}
    cross join lateral (select to_timestamp((pair ->> 0)::float8) as starts, to_timestamp((pair ->> 1)::float8) as ends
      from jsonb_array_elements(f.times) pair) t
    where (w."from" is null or t.ends >= w."from") and (w."to" is null or t.starts <= w."to")
  )`;

/** How many opportunities begin for an audience in a part of the week. */
export interface BandRow {
  readonly audience: string;
  readonly band: string;
  readonly opportunities: number;
}

/** Counts what is offered to every audience in every part of the week; nothing is told as 0. */
export function bandsOfAudiences(em: EntityManager, wanted: CountedScope): Promise<BandRow[]> {
  return em.execute<BandRow[]>(
    `with ${scope}, begun as (
       select distinct f.opportunity_id, f.audiences, case when extract(isodow from here) < 6 then 'WEEKDAY' else 'WEEKEND' end
         || case when extract(hour from here) < 12 then '_MORNING' when extract(hour from here) < 18 then '_AFTERNOON'
           else '_EVENING' end as band
       from ${times} f cross join lateral (select f.starts at time zone 'Asia/Tokyo' as here) local
     )
     select a.audience, band.name as band, count(b.opportunity_id)::int as opportunities
     from audience_age a
     cross join unnest(array['WEEKDAY_MORNING', 'WEEKDAY_AFTERNOON', 'WEEKDAY_EVENING',
       'WEEKEND_MORNING', 'WEEKEND_AFTERNOON', 'WEEKEND_EVENING']) with ordinality band (name, place)
     left join begun b on b.band = band.name and (a.audience = any (b.audiences) or 'ANYONE' = any (b.audiences))
     group by a.audience, a.age_min, band.name, band.place order by a.age_min, a.audience, band.place`,
    [JSON.stringify(wanted)],
  );
}

/** Two opportunities of two departments that meet. */
export interface ClashRow {
  readonly audiences: string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly one: string;
  readonly other: string;
}

/** Finds what two departments offer to the same people at the same time, earliest first; what is for anyone meets nothing. */
export function clashesOfDepartments(
  em: EntityManager,
  wanted: CountedScope,
  most: number,
): Promise<ClashRow[]> {
  return em.execute<ClashRow[]>(
    `with ${scope}, held as materialized (select * from ${times} f)
     select shared.audiences, greatest(a.starts, b.starts)::text as "startsAt", least(a.ends, b.ends)::text as "endsAt",
       a.opportunity_id as one, b.opportunity_id as other
     from held a join held b on a.department < b.department and a.starts < b.ends and b.starts < a.ends
     cross join lateral (select array_agg(x order by x) as audiences from unnest(a.audiences) x
       where x = any (b.audiences) and x <> 'ANYONE') shared
     where shared.audiences is not null
     order by greatest(a.starts, b.starts), a.opportunity_id, b.opportunity_id limit ?`,
    [JSON.stringify(wanted), most],
  );
}

/** Counts places and people of everything that is offered, by the categories of a classification. */
export function participationByCategory(
  em: EntityManager,
  wanted: CountedScope,
  scheme: string,
): Promise<Omit<ParticipationRow, 'key' | 'part'>[]> {
  return em.execute<Omit<ParticipationRow, 'key' | 'part'>[]>(
    `with ${scope}
     select key.code, ${sums} from w join opportunity_fact f on ${counts}
     cross join lateral (select distinct k ->> 'code' as code from jsonb_array_elements(f.subject_keys) k
       where k ->> 'scheme' = ?) key
     group by key.code order by key.code limit 200`,
    [JSON.stringify(wanted), scheme],
  );
}

/** How good the records of a department are that it confirmed in one month. */
export interface QualityRow {
  readonly department: string;
  readonly month: string | null;
  readonly records: number;
  readonly stale: number;
  readonly duplicates: number;
}

/** Counts stale and doubled records by department and month, latest month first, up to two hundred lines. */
export function qualityOfRecords(
  em: EntityManager,
  { samples, staleBefore, now }: { samples: boolean; staleBefore: Date; now: Date },
): Promise<QualityRow[]> {
  return em.execute<QualityRow[]>(
    `with f as (
       select f.*, to_char(as_of at time zone 'Asia/Tokyo', 'YYYY-MM') as month,
         count(*) over (partition by label, starts_at, venue_code) > 1 and label is not null as doubled
       from opportunity_fact f where withdrawn_at is null and (? or not sample)
     )
     select department, month, count(*)::int as records,
       (count(*) filter (where as_of is null or as_of < ? or overdue_since <= ?))::int as stale,
       (count(*) filter (where doubled))::int as duplicates
     from f group by department, month order by month desc nulls last, department limit 200`,
    [samples, staleBefore, now],
  );
}
