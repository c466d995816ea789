import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';
import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { isOpenAt } from '@manabi/kit/opening/opening.rules';
import type { PageAfter } from '../value/page-after.js';
import { Desk } from './desk.entity.js';
import type { DeskFilter } from './desk.input.js';

/** Whether a desk is open at a moment, by its own hours; one that was given up is not. */
export function isDeskOpen(desk: Desk, at: Date): Tri {
  if (desk.withdrawnAt && desk.withdrawnAt <= at) return Tri.NO;
  return isOpenAt(desk, at);
}

/** An NDC class leads to desks of the classes above and under it; of other schemes to its own alone. */
const advisesOn = (wanted: string) => `exists (
  select from jsonb_to_recordset(d.subject_keys) as known (scheme text, code text)
  where known.scheme = ${wanted}.scheme and (known.code = ${wanted}.code or (known.scheme = 'NDC'
    and (starts_with(known.code, ${wanted}.code) or starts_with(${wanted}.code, known.code)))))`;

/** Rows that one step reads where only those are wanted that are open: hours are judged here, not in the table. */
const step = 200;

/** Desks that fit and were not withdrawn, in the order of their ids; one query for each 200 when openness is asked. */
export async function desksAfter(
  em: EntityManager,
  filter: DeskFilter,
  { limit, after }: Pick<PageAfter, 'limit' | 'after'>,
): Promise<Desk[]> {
  const { openAt } = filter;
  if (!openAt) return fittingDesks(em, filter, { limit, after });
  const found: Desk[] = [];
  let from = after;
  for (;;) {
    const read = await fittingDesks(em, filter, { limit: step, after: from });
    found.push(...read.filter((desk) => isDeskOpen(desk, openAt) === Tri.YES));
    from = read.at(-1)?.id ?? null;
    if (found.length >= limit || read.length < step) return found.slice(0, limit);
  }
}

async function fittingDesks(
  em: EntityManager,
  { subject, audience, departmentCode, unconfirmedSince }: DeskFilter,
  { limit, after }: Pick<PageAfter, 'limit' | 'after'>,
): Promise<Desk[]> {
  const conditions = ['d.withdrawn_at is null'];
  const values: unknown[] = [];
  const add = (sql: string, ...given: readonly unknown[]) => {
    conditions.push(sql);
    values.push(...given);
  };
  if (subject)
    add(
      `exists (select from (values (?, ?)) as wanted (scheme, code) where ${advisesOn('wanted')})`,
      subject.scheme,
      subject.code,
    );
  if (audience != null) add('d.audiences && array[?, ?]', audience, Audience.ANYONE);
  if (departmentCode != null) add('d.department_code = ?', departmentCode);
  if (unconfirmedSince) add(`coalesce(d.confirmed_at, '-infinity') < ?`, unconfirmedSince);
  if (after !== null) add('d.id > ?', after);
  const rows = await em.execute<EntityDictionary<Desk>[]>(
    `select d.* from desk d where ${conditions.join(' and ')} order by d.id limit ?`,
    [...values, limit],
  );
  return rows.map((row) => em.map(Desk, row));
}

/** A desk that advises on a subject. */
export interface DeskOfSubject {
  readonly key: SubjectKey;
  readonly desk: Desk;
}

/** Desks that advise on these subjects and were not withdrawn, for somebody or for all, by id: one query. */
export async function desksOfSubjects(
  em: EntityManager,
  keys: readonly SubjectKey[],
  audience: Audience | null,
): Promise<DeskOfSubject[]> {
  const rows = await em.execute<
    (EntityDictionary<Desk> & { for_scheme: string; for_code: string })[]
  >(
    `select wanted.scheme as for_scheme, wanted.code as for_code, d.*
     from jsonb_to_recordset(?::jsonb) as wanted (scheme text, code text)
     join desk d on d.withdrawn_at is null and ${advisesOn('wanted')}
       and (?::text is null or d.audiences && array[?, ?])
     order by d.id`,
    [JSON.stringify(keys), audience, audience, Audience.ANYONE],
  );
  return rows.map(({ for_scheme: scheme, for_code: code, ...row }) => ({
    key: { scheme, code },
    // What is left of the row is the desk's columns.
    desk: em.map(Desk, row as EntityDictionary<Desk>),
  }));
}
