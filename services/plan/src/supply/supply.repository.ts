import type { EntityManager } from '@mikro-orm/postgresql';

import { byTime } from '../measure/any-time.rules.js';
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

/** SQL of what is wished, each with the audiences of its ages. */
const wishes = `w as materialized (
    select w.*, array(select a.audience from audience_age a
      where a.age_min <= coalesce(w.max, 200) and coalesce(a.age_max, 200) >= w.min) as served
    from jsonb_to_recordset(?::jsonb) as w (at int, "of" text, min int, max int, scheme text,
      "from" timestamptz, "to" timestamptz, samples boolean)
  )`;

/** SQL of the town blocks of each wish: the register of people says in which district a block lies. */
const blocks = `(select w.*, p.area_code from w
    join (select distinct area_code, district_code from population_count
      where withdrawn_at is null and area_code is not null) p on p.district_code = w."of")`;

/** SQL that is true of an opportunity of which nobody said for whom it is. */
const forNobodyKnows = (f: string): string =>
  `${f}.audiences = '{}' and num_nonnulls(${f}.min_months, ${f}.max_months) = 0`;

/** SQL that is true of an opportunity for the ages of its wish: by what it says of ages and of audiences. */
const fits = (f: string, w: string): string => `not (${forNobodyKnows(f)})
  and (${f}.audiences = '{}' or ${f}.audiences && ${w}.served)
  and coalesce(${f}.min_months / 12, 0) <= coalesce(${w}.max, 200)
  and coalesce(${f}.max_months / 12, 200) >= ${w}.min`;

/** SQL of the districts' opportunities in a time, each once: a venue lies in a block. */
const placed = `
  select w.at, w.scheme, f.subject_keys, ${forNobodyKnows('f')} as unknown, count(*) as opportunities,
    sum(f.capacity) as seats, count(f.capacity) as seats_told
  from (select distinct on (w.at, f.opportunity_id) w.at, w.min, w.max, w.scheme, w.served, f.* from ${blocks} w
    join record_fact v on v.kind = 'Facility' and v.area_code = w.area_code
    join opportunity_fact f on f.venue_code = v.record_id
    where (w.samples or not f.sample) and ${takesPlace('w."from"', 'w."to"')}) f
  cross join lateral (select f.at, f.min, f.max, f.scheme, f.served) w
  where (${forNobodyKnows('f')}) or (${fits('f', 'w')})
  group by 1, 2, 3, 4`;

/** SQL of the districts' opportunities of any time, as they are kept. */
const kept = `
  select w.at, w.scheme, c.subject_keys, ${forNobodyKnows('c')} as unknown, sum(c.opportunities) as opportunities,
    sum(c.seats) as seats, sum(c.seats_told) as seats_told
  from ${blocks} w join supply_count c on c.area_code = w.area_code
  where (w.samples or not c.sample) and c.opportunities > 0
    and ((${forNobodyKnows('c')}) or (${fits('c', 'w')}))
  group by 1, 2, 3, 4`;

/** Counts what many districts offer to people of an age, by category, in one query. */
export async function supplyOfDistricts(
  em: EntityManager,
  keys: readonly SupplyOf[],
): Promise<SupplyRow[]> {
  const { always, timed } = byTime(keys);
  const rows = await Promise.all([supplyFrom(em, kept, always), supplyFrom(em, placed, timed)]);
  return rows.flat();
}

async function supplyFrom(
  em: EntityManager,
  offers: string,
  keys: readonly SupplyOf[],
): Promise<SupplyRow[]> {
  if (keys.length === 0) return [];
  const wanted = keys.map((key, at) => ({ at, ...key }));
  const rows = await em.execute<(Omit<SupplyRow, 'key'> & { at: number })[]>(
    `with ${wishes}, f as materialized (${offers})
     select at, null as code, sum(opportunities)::int as opportunities, null::int as seats
       from f where unknown group by at
     union all
     select at, key.code, sum(opportunities)::int, (case when sum(seats_told) > 0 then sum(seats) end)::int from f
       cross join lateral (select distinct k ->> 'code' as code from jsonb_array_elements(f.subject_keys) k
         where k ->> 'scheme' = f.scheme) key
       where not unknown group by at, key.code
     order by 1, 2`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ at, ...row }) => {
    const key = keys[at];
    return key ? [{ key, ...row }] : [];
  });
}
