import type { EntityManager } from '@mikro-orm/postgresql';

import { isAnyTime } from '../measure/any-time.rules.js';
import { takesPlace } from '../measure/measure.repository.js';
import { type ParticipationRow, keptSums, sums } from './participation.repository.js';
import type { CountedScope } from './statistic.input.js';

/** SQL of the scope that is asked for. */
export const scope = `w as (select * from jsonb_to_record(?::jsonb)
  as w ("from" timestamptz, "to" timestamptz, samples boolean))`;

/** SQL that is true of facts `f` that count in the scope `w`. */
export const counts = `(w.samples or not f.sample) and ${takesPlace('w."from"', 'w."to"')}`;

/** How many opportunities begin for an audience in a part of the week. */
export interface BandRow {
  readonly audience: string;
  readonly band: string;
  readonly opportunities: number;
}

/** SQL of how many begin in each part of the week, by what they say of audiences, within a time. */
const begun = `begun as (
    select f.audiences, week_parts(jsonb_agg(pair)) as parts, 1 as opportunities
    from w join opportunity_fact f on ${counts}
    cross join lateral jsonb_array_elements(f.times) pair
    cross join lateral (select to_timestamp((pair ->> 0)::float8) as starts, to_timestamp((pair ->> 1)::float8) as ends) t
    where (w."from" is null or t.ends >= w."from") and (w."to" is null or t.starts <= w."to")
    group by f.opportunity_id
  )`;

/** SQL of the same at any time, as it is kept. */
const keptBegun = `begun as (
    select c.audiences, c.parts, c.opportunities from w join week_count c on w.samples or not c.sample
  )`;

/** Counts what is offered to every audience in every part of the week; nothing is told as 0. */
export function bandsOfAudiences(em: EntityManager, wanted: CountedScope): Promise<BandRow[]> {
  return em.execute<BandRow[]>(
    `with ${scope}, ${isAnyTime(wanted) ? keptBegun : begun}
     select a.audience, band.name as band, coalesce(sum(b.opportunities), 0)::int as opportunities
     from audience_age a
     cross join unnest(array['WEEKDAY_MORNING', 'WEEKDAY_AFTERNOON', 'WEEKDAY_EVENING',
       'WEEKEND_MORNING', 'WEEKEND_AFTERNOON', 'WEEKEND_EVENING']) with ordinality band (name, place)
     left join begun b on b.parts & (1 << (band.place::int - 1)) <> 0
       and (a.audience = any (b.audiences) or 'ANYONE' = any (b.audiences))
     group by a.audience, a.age_min, band.name, band.place order by a.age_min, a.audience, band.place`,
    [JSON.stringify(wanted)],
  );
}

/** Counts places and people of everything that is offered, by the categories of a classification. */
export function participationByCategory(
  em: EntityManager,
  wanted: CountedScope,
  scheme: string,
): Promise<Omit<ParticipationRow, 'key' | 'part'>[]> {
  const always = isAnyTime(wanted);
  const facts = always
    ? 'offer_count f on f.opportunities > 0 and (w.samples or not f.sample)'
    : `opportunity_fact f on ${counts}`;
  return em.execute<Omit<ParticipationRow, 'key' | 'part'>[]>(
    `with ${scope}
     select key.code, ${always ? keptSums : sums} from w join ${facts}
     cross join lateral (select distinct k ->> 'code' as code from jsonb_array_elements(f.subject_keys) k
       where k ->> 'scheme' = ?) key
     group by key.code order by key.code limit 200`,
    [JSON.stringify(wanted), scheme],
  );
}

const monthOf = `to_char(as_of at time zone 'Asia/Tokyo', 'YYYY-MM')`;

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
    `with told as (
       select department, ${monthOf} as month, sum(records) as records,
         sum(records) filter (where as_of is null or as_of < ? or overdue_since <= ?) as stale
       from told_count where records > 0 and (? or not sample) group by 1, 2
     ), doubled as (
       select department, ${monthOf} as month, count(*) as duplicates
       from (select *, count(*) over (partition by name) as alike from doubled_offer where ? or not sample) d
       where alike > 1 group by 1, 2
     )
     select department, month, records::int, coalesce(stale, 0)::int as stale,
       coalesce((select duplicates from doubled d
         where d.department = told.department and d.month is not distinct from told.month), 0)::int as duplicates
     from told order by month desc nulls last, department limit 200`,
    [staleBefore, now, samples, samples],
  );
}
