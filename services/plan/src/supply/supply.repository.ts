import type { EntityManager } from '@mikro-orm/postgresql';

import { takesPlace } from '../measure/measure.repository.js';
import type { CountedScope } from '../statistic/statistic.input.js';

/** A school district, the ages in years, the classification, and what counts. */
export interface SupplyOf extends CountedScope {
  readonly of: string;
  readonly min: number;
  readonly max: number | null;
  readonly scheme: string;
}

/** What one category offers; without a code, what is for nobody knows whom. */
export interface SupplyRow {
  readonly key: SupplyOf;
  readonly code: string | null;
  readonly opportunities: number;
  readonly seats: number | null;
}

/** SQL of the districts' opportunities: a venue lies in a block, and the register of people says in which district. */
const placed = `
  select distinct on (w.at, f.opportunity_id) w.at, w.min, w.max, w.scheme, f.* from w
  join (select distinct area_code, district_code from population_count
    where withdrawn_at is null and area_code is not null) p on p.district_code = w."of"
  join record_fact v on v.kind = 'Facility' and v.area_code = p.area_code
  join opportunity_fact f on f.venue_code = v.record_id
  where (w.samples or not f.sample) and ${takesPlace('w."from"', 'w."to"')}`;

/** SQL that is true of an opportunity of which nobody said for whom it is. */
const forNobodyKnows = `f.audiences = '{}' and num_nonnulls(f.min_months, f.max_months) = 0`;

/** SQL that is true of an opportunity for the ages of its wish: by what it says of ages and of audiences. */
const fits = `not (${forNobodyKnows})
  and (f.audiences = '{}' or exists (select from audience_age a where a.audience = any (f.audiences)
    and a.age_min <= coalesce(f.max, 200) and coalesce(a.age_max, 200) >= f.min))
  and coalesce(f.min_months / 12, 0) <= coalesce(f.max, 200) and coalesce(f.max_months / 12, 200) >= f.min`;

/** Counts what many districts offer to people of an age, by category, in one query. */
export async function supplyOfDistricts(
  em: EntityManager,
  keys: readonly SupplyOf[],
): Promise<SupplyRow[]> {
  const wanted = keys.map((key, at) => ({ at, ...key }));
  const rows = await em.execute<(Omit<SupplyRow, 'key'> & { at: number })[]>(
    `with w as materialized (
       select * from jsonb_to_recordset(?::jsonb) as w (at int, "of" text, min int, max int, scheme text,
         "from" timestamptz, "to" timestamptz, samples boolean)
     ), f as materialized (${placed})
     select at, null as code, count(*)::int as opportunities, null::int as seats
       from f where ${forNobodyKnows} group by at
     union all
     select at, key.code, count(*)::int, sum(f.capacity)::int from f
       cross join lateral (select distinct k ->> 'code' as code from jsonb_array_elements(f.subject_keys) k
         where k ->> 'scheme' = f.scheme) key
       where ${fits} group by at, key.code
     order by 1, 2`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ at, ...row }) => {
    const key = keys[at];
    return key ? [{ key, ...row }] : [];
  });
}
