import type { EntityManager } from '@mikro-orm/postgresql';

import { counts, scope } from './city.repository.js';
import type { CountedScope } from './statistic.input.js';

/** What is known of the access to venues. */
export interface VenueAccessRow {
  readonly venues: number;
  readonly unknown: number;
  readonly partly: number;
  readonly items: readonly { readonly code: string; readonly unknown: number }[];
}

/**
 * Counts the venues of what is offered within the scope, and those of which no department's access profile says
 * anything, in one query. Profiles that are samples say nothing unless samples count.
 */
export async function accessOfVenues(
  em: EntityManager,
  wanted: CountedScope,
): Promise<VenueAccessRow> {
  const [row] = await em.execute<VenueAccessRow[]>(
    `with ${scope},
     venue as (
       select v.code, array(select substr(word, 7) from unnest(r.words) word where starts_with(word, 'known:')) as known,
         array(select substr(word, 9) from unnest(r.words) word where starts_with(word, 'unknown:')) as unknown
       from w cross join lateral (
         select distinct f.venue_code as code from opportunity_fact f where f.venue_code is not null and ${counts}) v
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
