import { metresBetweenRows } from '@manabi/kit/distance';
import { type RawQueryFragment as Sql, raw, sql } from '@mikro-orm/core';

import type { OpportunityFilter } from './opportunity.input.js';

/** Conditions on the circumstances of taking part: venue, distance, cost, access, childcare. */
export function circumstanceConditions(filter: OpportunityFilter): Sql[] {
  const { facilityCodes, maxYen, access, childcareForMonths: months } = filter;
  const conditions: Sql[] = [];
  if (facilityCodes?.length)
    conditions.push(sql<Sql>`s.venue_code = any(array[${facilityCodes}]::text[])`);
  if (maxYen != null) conditions.push(sql<Sql>`(s.fee = 'FREE' or s.yen <= ${maxYen})`);
  if (access?.length) {
    const needed = JSON.stringify(Object.fromEntries(access.map((code) => [code, 'YES'])));
    conditions.push(
      sql<Sql>`s.venue_code in (select facility_code from facility_access where items @> ${needed}::jsonb)`,
    );
  }
  if (months != null)
    conditions.push(sql<Sql>`s.id in (select opportunity_id from childcare_offer
      where coalesce(places_left, places, 1) > 0
        and (min_months is null or min_months <= ${months})
        and (max_months is null or max_months >= ${months}))`);
  return conditions;
}

/**
 * True of rows near the point: as a join, which begins with the houses, or looked up row by row, where rows are met in
 * another order than house by house. The planner would begin with thousands of houses, and read all that is there,
 * where a page is full after some hundred rows.
 */
export function nearConditions({ near }: OpportunityFilter): { joined: Sql[]; lookedUp: Sql[] } {
  const inside = 's.venue_code in (select code from near)';
  return near
    ? { joined: [raw<Sql>(inside)], lookedUp: [raw<Sql>(`(${inside}) is true`)] }
    : { joined: [], lookedUp: [] };
}

const metresOfDegree = 111_000;

/**
 * The facilities of the register within a circle with their distance, as a common table `near`. It is read at each
 * search, so a facility that moved on the map is found where it now is, and the index keeps no coordinates.
 */
export function nearTable({ near }: OpportunityFilter): Sql {
  if (!near)
    return sql<Sql>`near as materialized (select null::text as code, null::integer as distance where false)`;
  const { latitude, longitude, metres } = near;
  const reach = metres / metresOfDegree;
  return sql<Sql>`near as materialized (
    select code, distance from (
      select place.code, round(${raw(metresBetweenRows('here', 'place'))})::integer as distance
      from (select code, (point ->> 'latitude')::float8 as latitude, (point ->> 'longitude')::float8 as longitude
        from facility where point is not null) place,
        (select ${latitude}::float8 as latitude, ${longitude}::float8 as longitude) here
      where place.latitude between ${latitude - reach * 1.1} and ${latitude + reach * 1.1}
    ) measured where distance <= ${metres} order by distance, code
  )`;
}
