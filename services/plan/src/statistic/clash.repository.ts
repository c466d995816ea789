import type { EntityManager } from '@mikro-orm/postgresql';

import { counts, scope } from './city.repository.js';
import type { CountedScope } from './statistic.input.js';

/** Two opportunities of two departments that meet. */
export interface ClashRow {
  readonly audiences: string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly one: string;
  readonly other: string;
}

/** A scope with both ends. */
export interface ShortScope extends CountedScope {
  readonly from: string;
  readonly to: string;
}

const day = 24 * 60 * 60 * 1000;

/** Moments at which meetings that are looked for begin; without a first one, of any time before. */
interface Part {
  readonly since: string;
  readonly until: string;
}

/** The parts of a time, the first a day long, each twice as long as the one before: what comes first is found first. */
function* partsOf({ from, to }: ShortScope): Generator<Part> {
  let since = '-infinity';
  let until = new Date(from).getTime();
  const end = Math.max(until, new Date(to).getTime());
  for (let long = day; until <= end; long *= 2) {
    until += long;
    const text = new Date(until).toISOString();
    yield { since, until: text };
    since = text;
  }
}

/**
 * SQL of the times that touch a part of what counts, and of those moments in it at which one begins. The index knows
 * from when to when something takes place, all its times included.
 */
const held = `part as (select ?::timestamptz as since, ?::timestamptz as until),
  held as materialized (
    select f.opportunity_id as id, f.department, array_remove(f.audiences, 'ANYONE') as audiences, t.starts, t.ends
    from w cross join part join opportunity_fact f on ${counts}
      and fact_span(f.starts_at, f.ends_at, f.times) && tstzrange(greatest(part.since, w."from"), part.until, '[]')
    cross join lateral (
      select starts, greatest(starts, told) as ends, told from jsonb_array_elements(f.times) pair
      cross join lateral (select to_timestamp((pair ->> 0)::float8) as starts, to_timestamp((pair ->> 1)::float8) as told)
        moments) t
    where array_remove(f.audiences, 'ANYONE') <> '{}' and t.told >= w."from" and t.starts <= w."to"
      and t.starts < part.until and t.ends >= part.since
  ),
  moment as (select distinct held.starts as at from held join part on held.starts >= part.since)`;

/** SQL that is true of two times at a moment that meet from then on and are for the same people. */
const meet = `a.department < b.department and a.audiences && b.audiences and (a.begins or b.begins)
  and (a.lasts or not b.begins) and (b.lasts or not a.begins)`;

/** SQL of the times at the moment `m`, of their sorts, by which they meet, and of those sorts that meet any. */
const atMoment = `now as materialized (
    select h.*, h.starts = m.at as begins, h.ends > m.at as lasts from held h where h.starts <= m.at and h.ends >= m.at
  ), sort as materialized (
    select distinct department, audiences, begins, lasts from now
  ), meeting as materialized (
    select distinct a.* from sort a join sort b on ${meet}
  )`;

/**
 * Finds what two departments offer to the same people at the same time, earliest first; what is for anyone meets
 * nothing. At one moment thousands may meet thousands: of those only who comes first and meets somebody is compared.
 */
export async function clashesOfDepartments(
  em: EntityManager,
  wanted: ShortScope,
  most: number,
): Promise<ClashRow[]> {
  const found: ClashRow[] = [];
  for (const { since, until } of partsOf(wanted)) {
    found.push(
      ...(await em.execute<ClashRow[]>(
        `with ${scope}, ${held}
         select array(select x from unnest(p.of_one) x where x = any (p.of_other) order by x) as audiences,
           m.at::text as "startsAt", p.ends::text as "endsAt", p.one, p.other
         from moment m cross join lateral (
           with ${atMoment}
           select a.id as one, b.id as other, a.audiences as of_one, b.audiences as of_other, least(a.ends, b.ends) as ends
           from (select now.* from now join meeting using (department, audiences, begins, lasts)
             order by now.id fetch first (?) rows with ties) a
           join now b on ${meet}
           order by a.id, b.id limit ?
         ) p order by m.at, p.one, p.other limit ?`,
        [JSON.stringify(wanted), since, until, most, most, most - found.length],
      )),
    );
    if (found.length >= most) break;
  }
  return found;
}
