import type { EntityManager } from '@mikro-orm/postgresql';

import { byTime } from '../measure/any-time.rules.js';
import { reached } from '../measure/kept-offers.repository.js';
import { takesPlace } from '../measure/measure.repository.js';
import type { CountedScope } from './statistic.input.js';

/** A measure or heading, and what of it counts. */
export interface ParticipationOf extends CountedScope {
  readonly of: string;
}

/** One line: in all, of a department, or of a category of the survey. */
export interface ParticipationRow {
  readonly key: ParticipationOf;
  readonly part: 'ALL' | 'DEPARTMENT' | 'CATEGORY';
  readonly code: string;
  readonly opportunities: number;
  readonly seats: number | null;
  readonly attendees: number | null;
  readonly waiting: number | null;
  readonly empty: number | null;
  /** True where somebody told people who are no samples: then no number of people is told. */
  readonly people: boolean;
}

/**
 * SQL of what is summed up of facts `f`. People are added up of samples alone: any period can be asked for here, and from
 * two periods that differ by a day anybody could learn who is held back in the cubes of `statistics`, which tell them.
 */
export const sums = `count(*)::int as opportunities, sum(f.capacity)::int as seats,
  sum(f.taken) filter (where f.sample)::int as attendees, sum(f.waiting) filter (where f.sample)::int as waiting,
  sum(greatest(f.capacity - f.taken, 0)) filter (where f.sample)::int as empty,
  coalesce(bool_or(num_nonnulls(f.taken, f.waiting) > 0 and not f.sample), false) as people`;

/** SQL of the same, of lines `f` of what is kept of everything, whenever it takes place. */
export const keptSums = `sum(f.opportunities)::int as opportunities,
  (case when sum(f.seats_told) > 0 then sum(f.seats) end)::int as seats,
  (case when sum(f.attendees_told) filter (where f.sample) > 0 then sum(f.attendees) filter (where f.sample) end)::int
    as attendees,
  (case when sum(f.waiting_told) filter (where f.sample) > 0 then sum(f.waiting) filter (where f.sample) end)::int
    as waiting,
  (sum(f.empty) filter (where f.sample))::int as empty,
  coalesce(bool_or(f.attendees_told + f.waiting_told > 0 and not f.sample), false) as people`;

/** Of what lines are summed up: SQL that adds to the wishes `w` a table `f`, and SQL of its sums. */
interface Counting {
  readonly facts: string;
  readonly sums: string;
}

const inTime: Counting = {
  facts: `f as materialized (
       select distinct on (w.at, f.opportunity_id) w.at, f.* from w
       join measure_match x on x.measure_code = w."of" or starts_with(x.measure_code, w."of" || '-')
       join opportunity_fact f on f.opportunity_id = x.opportunity_id
       where (w.samples or not f.sample) and ${takesPlace('w."from"', 'w."to"')}
     )`,
  sums,
};

const atAnyTime: Counting = {
  facts: `${reached}, f as materialized (
       select w.at, f.* from reached join w using (at) join offer_count f using (measures)
       where f.opportunities > 0 and (w.samples or not f.sample)
     )`,
  sums: keptSums,
};

/** Counts places and people for many measures in one query. */
export async function participationOfMeasures(
  em: EntityManager,
  keys: readonly ParticipationOf[],
): Promise<ParticipationRow[]> {
  const { always, timed } = byTime(keys);
  const rows = await Promise.all([
    participationBy(em, atAnyTime, always),
    participationBy(em, inTime, timed),
  ]);
  return rows.flat();
}

async function participationBy(
  em: EntityManager,
  { facts, sums: told }: Counting,
  keys: readonly ParticipationOf[],
): Promise<ParticipationRow[]> {
  if (keys.length === 0) return [];
  const wanted = keys.map((key, at) => ({ at, ...key }));
  const rows = await em.execute<(Omit<ParticipationRow, 'key'> & { at: number })[]>(
    `with w as materialized (
       select * from jsonb_to_recordset(?::jsonb)
         as w (at int, "of" text, "from" timestamptz, "to" timestamptz, samples boolean)
     ), ${facts}
     select at, 'ALL' as part, '' as code, ${told} from f group by at
     union all
     select at, 'DEPARTMENT', department, ${told} from f group by at, department
     union all
     select at, 'CATEGORY', key.code, ${told} from f
       cross join lateral (select distinct k ->> 'code' as code from jsonb_array_elements(f.subject_keys) k
         where k ->> 'scheme' = 'SURVEY') key
       group by at, key.code
     order by 1, 2, 3`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ at, ...row }) => {
    const key = keys[at];
    return key ? [{ key, ...row }] : [];
  });
}
