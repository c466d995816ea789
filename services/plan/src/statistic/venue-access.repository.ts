import type { EntityManager } from '@mikro-orm/postgresql';

import { isAnyTime } from '../measure/any-time.rules.js';
import { counts, scope } from './city.repository.js';
import type { CountedScope } from './statistic.input.js';

/** What is known of the access to venues. */
export interface VenueAccessRow {
  readonly venues: number;
  readonly unknown: number;
  readonly partly: number;
  readonly items: readonly { readonly code: string; readonly unknown: number }[];
}

/** SQL of the venues of what takes place in a time. */
const inTime = `place as (
    select distinct f.venue_code as code from w join opportunity_fact f on ${counts} where f.venue_code is not null
  )`;

const nextVenue = (of: string): string => `(select min(f.venue_code) from opportunity_fact f
  where f.withdrawn_at is null and f.cancelled_at is null and ${of})`;

/** SQL of the venues of everything: an index is asked for one after another, however much each of them holds. */
const always = `walked as (
    select m.sample, ${nextVenue('f.sample = m.sample')} as code
      from w join (values (false), (true)) m (sample) on w.samples or not m.sample
    union all
    select v.sample, ${nextVenue('f.sample = v.sample and f.venue_code > v.code')}
      from walked v where v.code is not null
  ), place as (select distinct code from walked where code is not null)`;

/**
 * Counts the venues of what is offered within the scope, and those of which no department's access profile says
 * anything, in one query. Profiles that are samples say nothing unless samples count.
 */
export async function accessOfVenues(
  em: EntityManager,
  wanted: CountedScope,
): Promise<VenueAccessRow> {
  const [row] = await em.execute<VenueAccessRow[]>(
    `with recursive ${scope}, ${isAnyTime(wanted) ? always : inTime},
     venue as (
       select v.code, array(select substr(word, 7) from unnest(r.words) word where starts_with(word, 'known:')) as known,
         array(select substr(word, 9) from unnest(r.words) word where starts_with(word, 'unknown:')) as unknown
       from w cross join place v
       left join record_fact r on r.kind = 'FacilityAccess' and r.record_id = v.code and r.withdrawn_at is null
         and (w.samples or not r.sample)),
     item as (select distinct code from (select unnest(known || unknown) from venue) told (code))
     select count(*)::int as venues, (count(*) filter (where cardinality(known) = 0))::int as unknown,
       (count(*) filter (where cardinality(known) > 0 and cardinality(unknown) > 0))::int as partly,
       (select coalesce(jsonb_agg(line order by (line -> 'unknown')::int desc, line ->> 'code' collate "C"), '[]')
         from (select jsonb_build_object('code', item.code,
             'unknown', (select count(*) from venue where item.code <> all (known))) as line
           from item) lines) as items
     from venue`,
    [JSON.stringify(wanted)],
  );
  return row ?? { venues: 0, unknown: 0, partly: 0, items: [] };
}
