import { literal } from '@manabi/kit/postgres/literal';
import type { EntityManager } from '@mikro-orm/postgresql';

import { ageBands, dimensions } from '../statistic-table/statistic-dimensions.js';
import { StatisticDimensionCode as Dimension } from '../statistic-table/statistic-codes.js';

const codesOf = (code: Dimension): string[] =>
  dimensions.find((each) => each.code === code)?.values.map(({ code }) => code) ?? [];

/** SQL of the district in which each town block lies, as the register of people says. */
const districtOfArea = `(select area_code, min(district_code) as district from population_count
  where withdrawn_at is null and area_code is not null group by area_code)`;

/** SQL of the categories of a fact `f` in one classification, only those that are defined. */
const categoriesIn = (scheme: string): string => `array(select distinct k ->> 'code'
  from jsonb_array_elements(f.subject_keys) k
  where k ->> 'scheme' = '${scheme}' and k ->> 'code' = any (w.${scheme.toLowerCase()}) order by 1)`;

/** SQL of the age bands for which a fact `f` is; none where nobody said for whom it is. */
const agesOf = `array(select b.code from jsonb_to_recordset(w.ages) as b (code text, min int, max int)
  where (f.audiences <> '{}' or num_nonnulls(f.min_months, f.max_months) > 0)
    and (f.audiences = '{}' or exists (select from audience_age a where a.audience = any (f.audiences)
      and a.age_min <= coalesce(b.max, 200) and coalesce(a.age_max, 200) >= b.min))
    and coalesce(f.min_months / 12, 0) <= coalesce(b.max, 200)
    and coalesce(f.max_months / 12, 200) >= b.min
  order by b.min)`;

/** SQL of what counts, each opportunity with all by which tables divide it. */
const sealedFacts = (words: object): string => `create temporary table sealed_fact on commit drop as
  with w as (select * from jsonb_to_record(${literal(JSON.stringify(words))}::jsonb) as w (mext text[], survey text[], ages jsonb))
  select f.opportunity_id, f.department, d.district, f.sample, f.capacity,
    coalesce(times.first, f.starts_at) as first, f.times,
    ${agesOf} as ages, ${categoriesIn('MEXT')} as categories, ${categoriesIn('SURVEY')} as survey,
    array(select x.measure_code from measure_match x where x.opportunity_id = f.opportunity_id order by 1) as measures
  from opportunity_fact f cross join w
  left join record_fact v on v.kind = 'Facility' and v.record_id = f.venue_code
  left join ${districtOfArea} d on d.area_code = v.area_code
  cross join lateral (select to_timestamp(min((pair ->> 0)::float8)) as first
    from jsonb_array_elements(f.times) pair) times
  where f.withdrawn_at is null and f.cancelled_at is null`;

const groups = `department, district, month, weekday, band, ages, categories, survey, measures, sample`;

/** SQL that divides rows with a moment `moment` by what calendars and clocks in Japan show. */
const counted = (basis: string, from: string, seats: [sum: string, told: string]): string =>
  `insert into statistic_count (snapshot, basis, ${groups}, amount, seats, seats_told)
   select ?, '${basis}', ${groups}, count(*), ${seats[0]}, ${seats[1]} from (
     select f.*, to_char(here, 'YYYY-MM') as month, extract(isodow from here)::text as weekday,
       case when here is null then null when extract(hour from here) < 12 then 'MORNING'
         when extract(hour from here) < 18 then 'AFTERNOON' else 'EVENING' end as band
     from ${from} cross join lateral (select moment at time zone 'Asia/Tokyo' as here) local
   ) f group by ${groups}`;

/** Keeps what counts at this moment, under the number of a snapshot; what is alike becomes one line. */
export async function sealCounts(em: EntityManager, snapshot: number): Promise<void> {
  const words = {
    mext: codesOf(Dimension.CATEGORY),
    survey: codesOf(Dimension.SURVEY_CATEGORY),
    ages: ageBands,
  };
  await em.execute(sealedFacts(words));
  await em.execute(
    counted('OPPORTUNITY', '(select s.*, s.first as moment from sealed_fact s) f', [
      'coalesce(sum(capacity), 0)',
      'count(capacity)',
    ]),
    [snapshot],
  );
  await em.execute(
    counted(
      'SESSION',
      `(select s.*, t.moment from sealed_fact s cross join lateral (
         select to_timestamp((pair ->> 0)::float8) as moment from jsonb_array_elements(s.times) pair
         union all select s.first where s.times = '[]') t) f`,
      ['0', '0'],
    ),
    [snapshot],
  );
}
