import { seatsInSteps } from '@manabi/kit/vocabulary/seats-in-sql';
import type { EntityManager } from '@mikro-orm/postgresql';

import { StatisticMeasureCode as Measure } from '../statistic-table/statistic-codes.js';
import type { PeopleAtom } from './people-block.js';
import type { CubedMeasure } from './people-cubes.js';

/** SQL of who applied for what is over, with what the public lists tell of each number. */
const applicants = `
  select s.month, json_build_object('DEPARTMENT', array[f.department], 'DISTRICT', array[coalesce(s.district, 'UNKNOWN')],
      'CATEGORY', s.categories, 'SURVEY_CATEGORY', s.survey, 'MEASURE', s.measures)::text as groups,
    sum(f.taken + waits)::int as value,
    sum(least(f.taken + waits, greatest(coalesce(f.capacity - most, 0), 0) + waits / 10 * 10))::int as low,
    case when bool_or(f.capacity is null) then null
      else sum(greatest(f.taken + waits, f.capacity - least
        + case when free < 1 or waits > 9 then waits / 10 * 10 + 9 else 0 end))::int end as high,
    json_build_object('providers', count(*) filter (where f.kind = 'ExternalOffering'),
      'people', coalesce(sum(f.taken + waits) filter (where f.kind = 'ExternalOffering'), 0),
      'most', coalesce(max(f.taken + waits) filter (where f.kind = 'ExternalOffering'), 0)) as outside
  from (select opportunity_id, district, to_char(first at time zone 'Asia/Tokyo', 'YYYY-MM') as month,
      case when categories = '{}' then array['UNKNOWN'] else categories end as categories,
      case when survey = '{}' then array['UNKNOWN'] else survey end as survey,
      case when measures = '{}' then array['UNKNOWN'] else measures end as measures
    from sealed_fact) s
  join opportunity_fact f on f.opportunity_id = s.opportunity_id, ${seatsInSteps({ capacity: 'f.capacity', taken: 'f.taken' })},
    lateral (select coalesce(f.waiting, 0) as waits) waits
  where f.taken is not null and f.sample = ? and s.month is not null
  group by 1, 2 order by 1, 2`;

/** SQL of what departments reported of one measure. */
const reports = `
  select r.month, json_build_object('DEPARTMENT', array[r.department], 'DISTRICT', array[coalesce(d.district, 'UNKNOWN')],
      'AGE_BAND', array[coalesce(r.age_band, 'UNKNOWN')])::text as groups,
    sum(r.count)::int as value, 0 as low, null::int as high,
    json_build_object('providers', 0, 'people', 0, 'most', 0) as outside
  from reported_count r
  left join record_fact v on v.kind = 'Facility' and v.record_id = r.facility_code
  left join (select area_code, min(district_code) as district from population_count
    where withdrawn_at is null and area_code is not null group by area_code) d on d.area_code = v.area_code
  where r.withdrawn_at is null and coalesce((r.provenance ->> 'sample')::boolean, false) = ? and r.measure = ?
  group by 1, 2 order by 1, 2`;

/** Everybody whom a measure counts as the data stands, or only samples; within the transaction that seals facts. */
export async function liveAtoms(
  em: EntityManager,
  measure: CubedMeasure,
  sample: boolean,
): Promise<PeopleAtom[]> {
  const rows =
    measure === Measure.APPLICANTS
      ? await em.execute<(Omit<PeopleAtom, 'groups'> & { groups: string })[]>(applicants, [sample])
      : await em.execute<(Omit<PeopleAtom, 'groups'> & { groups: string })[]>(reports, [
          sample,
          measure,
        ]);
  // The statement names the dimensions itself.
  return rows.map((row) =>
    Object.assign(row, { groups: JSON.parse(row.groups) as PeopleAtom['groups'] }),
  );
}

/** Which departments told a measure in which month. */
export async function tellers(
  em: EntityManager,
  measure: CubedMeasure,
  sample: boolean,
): Promise<{ month: string; department: string; told: boolean }[]> {
  if (measure === Measure.APPLICANTS)
    return em.execute(
      `select to_char(s.first at time zone 'Asia/Tokyo', 'YYYY-MM') as month, s.department,
         bool_or(f.taken is not null) as told
       from sealed_fact s join opportunity_fact f on f.opportunity_id = s.opportunity_id
       where s.sample = ? and s.first is not null group by 1, 2`,
      [sample],
    );
  return em.execute(
    `select distinct month, department, true as told from reported_count
     where withdrawn_at is null and coalesce((provenance ->> 'sample')::boolean, false) = ? and measure = ?`,
    [sample, measure],
  );
}

/** The atoms of closed months, as they were sealed. */
export async function keptAtoms(
  em: EntityManager,
  { measure, sample, months }: { measure: string; sample: boolean; months: readonly string[] },
): Promise<PeopleAtom[]> {
  return em.execute<PeopleAtom[]>(
    `select a.month, a.groups, a.value, a.low, a.high, a.outside from statistic_atom a
     join statistic_period p on p.measure = a.measure and p.sample = a.sample and p.period = a.month
       and p.since = a.since and p.until is null
     where a.measure = ? and a.sample = ? and a.month in (select jsonb_array_elements_text(?::jsonb))
     order by a.month, a.place`,
    [measure, sample, JSON.stringify(months)],
  );
}

/** Keeps the atoms of a month, so that its year can be told without asking what changed since. */
export async function keepAtoms(
  em: EntityManager,
  at: { measure: string; sample: boolean; since: number },
  atoms: readonly PeopleAtom[],
): Promise<void> {
  const rows = atoms.map((atom, place) => ({ ...atom, place }));
  await em.execute(
    `insert into statistic_atom (measure, sample, since, month, place, groups, value, low, high, outside)
     select ?, ?, ?, month, place, groups, value, low, high, outside from json_to_recordset(?::json)
       as a (month text, place int, groups json, value int, low int, high int, outside json)`,
    [at.measure, at.sample, at.since, JSON.stringify(rows)],
  );
}
