import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Feedback, FeedbackAbout } from './feedback.entity.js';

/** Those with these ids, in no order; ids that nothing has are left out. */
export function feedbackByIds(em: EntityManager, ids: readonly string[]): Promise<Feedback[]> {
  return em.find(Feedback, { id: { $in: [...ids] } });
}

/** What is said of one thing in numbers, with what was answered last. */
export interface SummaryRow {
  readonly of: string;
  readonly sample: boolean;
  readonly ratings: number;
  readonly average: number | null;
  readonly answered: number;
  readonly changed: number;
  readonly latest: Feedback[];
}

/** Averages of fewer than this tell too much of each. */
const leastForAverage = 3;

/** Sums up what is said of many things of one kind, in one query. */
export const summariesOf = (
  em: EntityManager,
  about: FeedbackAbout,
  ids: readonly string[],
): Promise<SummaryRow[]> =>
  summaries(em, `select about_id as "of", f.* from feedback f where about = '${about}'`, ids);

/** Sums up what is said of everything that carries out each of many measures, in one query. */
export const summariesOfMeasures = (
  em: EntityManager,
  codes: readonly string[],
): Promise<SummaryRow[]> =>
  summaries(
    em,
    `select x.measure_code as "of", f.* from feedback f
     join measure_match x on f.about = 'OPPORTUNITY' and x.opportunity_id = f.about_id`,
    codes,
  );

/** Samples count only where there is nothing official. */
async function summaries(
  em: EntityManager,
  said: string,
  keys: readonly string[],
): Promise<SummaryRow[]> {
  const rows = await em.execute<(Omit<SummaryRow, 'latest'> & { latest: object[] | null })[]>(
    `select "of", sample, count(*)::int as ratings,
       case when count(*) >= ${leastForAverage} then round(avg(rating), 2)::float8 end as average,
       count(answered_at)::int as answered, (count(*) filter (where changed is not null))::int as changed,
       (jsonb_agg(told order by answered_at desc, id) filter (where place <= 5 and answered_at is not null)) as latest
     from (
       select f.*, marked.sample, to_jsonb(f) - 'of' as told,
         row_number() over (partition by f."of", marked.sample order by answered_at desc nulls last, id) as place,
         bool_or(not marked.sample) over (partition by f."of") and marked.sample as mixed
       from (${said}) f
       cross join lateral (select coalesce((f.provenance ->> 'sample')::boolean, false) as sample) marked
       where f."of" in (select jsonb_array_elements_text(?::jsonb))
     ) said
     where not mixed group by "of", sample`,
    [JSON.stringify(keys)],
  );
  return rows.map(({ latest, ...row }) =>
    Object.assign(row, { latest: (latest ?? []).map((each) => em.map(Feedback, each)) }),
  );
}

const place = z.tuple([z.iso.date(), z.string()]);

/** Feedback stands oldest first; this is the cursor of one. */
export const feedbackCursor = ({ givenOn, id }: Feedback): string => writeCursor([givenOn, id]);

/** Reads one page of what a department has not answered yet, oldest first, and one row more. */
export async function unanswered(
  em: EntityManager,
  department: string,
  { size, after }: Omit<PageOf, 'of'>,
): Promise<Feedback[]> {
  const [givenOn, id] = after === null ? [null, null] : readCursor(after, place);
  const rows = await em.execute<object[]>(
    `select * from feedback where department_code = ? and answered_at is null
       and (?::date is null or (given_on, id) > (?::date, ?))
     order by given_on, id limit ?`,
    [department, givenOn, givenOn, id, size + 1],
  );
  return rows.map((row) => em.map(Feedback, row));
}

/** What the plan knows of a thing that somebody wants to say something of; null of what it does not know. */
export interface KnownThing {
  readonly department: string;
  readonly sample: boolean;
  readonly startsAt: Date | null;
}

/** Looks a thing up among what the departments told. What was withdrawn is not known any more. */
export async function knownThing(
  em: EntityManager,
  about: FeedbackAbout,
  id: string,
): Promise<KnownThing | null> {
  const [row] =
    about === FeedbackAbout.OPPORTUNITY
      ? await em.execute<{ department: string; sample: boolean; startsAt: string | null }[]>(
          `select department, sample, starts_at as "startsAt" from opportunity_fact
           where opportunity_id = ? and withdrawn_at is null`,
          [id],
        )
      : await em.execute<{ department: string; sample: boolean; startsAt: string | null }[]>(
          `select department, sample, null as "startsAt" from record_fact
           where kind = ? and record_id = ? and withdrawn_at is null`,
          [about === FeedbackAbout.FACILITY ? 'Facility' : 'Person', id],
        );
  if (!row) return null;
  const { startsAt, ...known } = row;
  return { ...known, startsAt: startsAt === null ? null : new Date(startsAt) };
}
