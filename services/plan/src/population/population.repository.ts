import type { Provenance } from '@manabi/kit/value/provenance';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { CountedBand } from './population.rules.js';

/** People of one band in one place. */
export interface PlaceBand extends CountedBand {
  readonly code: string;
}

/** SQL of the place that a row counts: a block wherever it lies, or a district as a whole. */
export const countedPlace = `area_code, case when area_code is null then district_code end`;

interface Row {
  code: string;
  min: number;
  max: number | null;
  count: number;
  male: number | null;
  female: number | null;
  sample: boolean;
  asOf: string | null;
  provenance: Provenance;
}

/** Counts the people of these town blocks by age band as last counted, both sexes together. */
export const populationOfAreas = (
  em: EntityManager,
  codes: readonly string[],
): Promise<PlaceBand[]> => populationBy(em, 'area_code', codes);

/** Counts the people of these school districts by age band as last counted, both sexes and all blocks together. */
export const populationOfDistricts = (
  em: EntityManager,
  codes: readonly string[],
): Promise<PlaceBand[]> => populationBy(em, 'district_code', codes);

/** SQL of the people of one sex; null where some of them are told without it. */
const ofSex = (sex: 'MALE' | 'FEMALE'): string =>
  `(case when bool_and(sex is not null) then coalesce(sum(count) filter (where sex = '${sex}'), 0) end)::int`;

async function populationBy(
  em: EntityManager,
  column: 'area_code' | 'district_code',
  codes: readonly string[],
): Promise<PlaceBand[]> {
  // A place is counted anew each year, under whatever name the file has: only its latest count holds.
  return em.execute<Row[]>(
    `select code, age_min as min, age_max as max, sum(count)::int as count, sample,
       ${ofSex('MALE')} as male, ${ofSex('FEMALE')} as female,
       to_char(min(as_of), 'YYYY-MM-DD') as "asOf", (array_agg(provenance order by id))[1] as provenance
     from (
       select *, ${column} as code, rank() over (partition by ${countedPlace}, sample
         order by as_of desc nulls last, provenance ->> 'dataset') as age
       from population_count,
         lateral (select coalesce((provenance ->> 'sample')::boolean, false) as sample) as mark
       where withdrawn_at is null and ${column} in (select jsonb_array_elements_text(?::jsonb))
     ) counted
     where age = 1
     group by 1, 2, 3, sample order by 1, 2, 3`,
    [JSON.stringify(codes)],
  );
}
