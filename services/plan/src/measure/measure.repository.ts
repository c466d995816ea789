import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Measure, MeasureLevel } from './measure.entity.js';
import type { MeasureFilter } from './measure.input.js';

/** The measures with these codes, in no order. */
export function measuresByCodes(em: EntityManager, codes: readonly string[]): Promise<Measure[]> {
  return em.find(Measure, { code: { $in: [...codes] } });
}

/** A measure with the key for which it was looked up. */
export interface MeasureFor {
  readonly of: string;
  readonly measure: Measure;
}

/** The headings above these measures, from the chapter down. */
export async function headingsOfMeasures(
  em: EntityManager,
  codes: readonly string[],
): Promise<MeasureFor[]> {
  return measuresFor(
    em,
    `with recursive above as (
       select m.code as "of", m.parent_code from measure m
       where m.code in (select jsonb_array_elements_text(?::jsonb))
       union
       select a."of", m.parent_code from above a join measure m on m.code = a.parent_code
     )
     select a."of", m.* from above a join measure m on m.code = a.parent_code order by m.place`,
    codes,
  );
}

/** The measures that these opportunities carry out, by link or rule, in the order of the plan. */
export async function measuresOfOpportunities(
  em: EntityManager,
  opportunityIds: readonly string[],
): Promise<MeasureFor[]> {
  return measuresFor(
    em,
    `select x.opportunity_id as "of", m.* from measure_match x join measure m on m.code = x.measure_code
     where x.opportunity_id in (select jsonb_array_elements_text(?::jsonb)) order by m.place`,
    opportunityIds,
  );
}

async function measuresFor(
  em: EntityManager,
  sql: string,
  keys: readonly string[],
): Promise<MeasureFor[]> {
  const rows = await em.execute<{ of: string }[]>(sql, [JSON.stringify(keys)]);
  return rows.map(({ of, ...row }) => ({ of, measure: em.map(Measure, row) }));
}

/** Measures stand in the order of the plan; this is the cursor of one. */
export const measureCursor = ({ code }: Measure): string => writeCursor([code]);

/** SQL that is true of a fact `f` that counts and takes place between two moments, each of which may be null. */
export const takesPlace = (from: string, to: string): string =>
  `f.withdrawn_at is null and f.cancelled_at is null
   and (${from}::timestamptz is null or coalesce(f.ends_at, f.starts_at) >= ${from}::timestamptz)
   and (${to}::timestamptz is null or f.starts_at <= ${to}::timestamptz)`;

/** Reads up to `limit` measures that fit, in the order of the plan, after a cursor. */
export async function measuresThatFit(
  em: EntityManager,
  filter: MeasureFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<Measure[]> {
  const conditions: [sql: string, ...values: unknown[]][] = [['true']];
  const level = filter.level ?? (filter.empty == null ? null : MeasureLevel.MEASURE);
  if (level !== null) conditions.push(['m.level = ?', level]);
  if (filter.chapter != null) {
    const { chapter } = filter;
    conditions.push(["(m.code = ? or starts_with(m.code, ? || '-'))", chapter, chapter]);
  }
  if (filter.empty != null) conditions.push(emptiness(filter, filter.empty));
  if (after !== null) {
    const [code] = readCursor(after, z.tuple([z.string().regex(/^\d{1,4}(-\d{1,4}){0,5}$/)]));
    conditions.push(["m.place > string_to_array(?, '-')::integer[]", code]);
  }
  const rows = await em.execute<object[]>(
    `select m.* from measure m where ${conditions.map(([sql]) => sql).join(' and ')}
     order by m.place limit ?`,
    [...conditions.flatMap(([, ...values]) => values), limit],
  );
  return rows.map((row) => em.map(Measure, row));
}

function emptiness(filter: MeasureFilter, empty: boolean): [sql: string, ...values: unknown[]] {
  const from = filter.period?.from?.toISOString() ?? null;
  const to = filter.period?.to?.toISOString() ?? null;
  return [
    `${empty ? 'not ' : ''}exists (
       select from measure u
       join measure_match x on x.measure_code = u.code
       join opportunity_fact f on f.opportunity_id = x.opportunity_id
       where (u.code = m.code or starts_with(u.code, m.code || '-'))
         and (? or not f.sample) and ${takesPlace('?', '?')})`,
    filter.countSamples ?? false,
    from,
    from,
    to,
    to,
  ];
}
