import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Group } from '../group/group.entity.js';

/** Offerings and circles that are told of one subject at most; their searches find the rest. */
export const mostOfSubject = 10;

/** How far ahead is looked: what is offered is planned within a year. */
const horizon = '366 days';

/** Up to so many offerings about a subject are sorted. */
const fewOfSubject = 1_000;

/** An offering about a subject. */
export interface SubjectOffering extends SubjectKey {
  readonly id: string;
  readonly kind: string;
}

/**
 * What is offered from a moment on about each subject, or about an NDC class under it, at most `mostOfSubject` each,
 * the earliest first; what was cancelled or withdrawn is left out. One query.
 */
export function offeringsOfSubjects(
  em: EntityManager,
  keys: readonly SubjectKey[],
  at: Date,
): Promise<SubjectOffering[]> {
  return em.execute<SubjectOffering[]>(offeringsQuery, [JSON.stringify(keys), at, at, at, at]);
}

/** What of the index is about the wanted subject, still to come and within the horizon; asks twice for the moment. */
const comingUp = `select search.id, search.starts_sort from opportunity_search search
  where search.over_at > ? and search.starts_sort < ?::timestamptz + interval '${horizon}'
    and not search.cancelled and search.subjects && array[w.scheme || ':' || w.code]`;

/**
 * Few offerings are gathered by their subject and sorted; where there are many, the first are soon met on a walk along
 * the days. Either alone takes a third of a second among 200,000 for one kind of subject.
 */
export const offeringsQuery = `select w.scheme, w.code, found.id, entry.kind
  from jsonb_to_recordset(?::jsonb) as w(scheme text, code text)
  cross join lateral (
    with few as materialized (${comingUp} limit ${fewOfSubject + 1}),
      counted as materialized (select count(*) as hits from few)
    select * from (
      (select id, starts_sort from few where (select hits from counted) <= ${fewOfSubject})
      union all
      (${comingUp} and (select hits from counted) > ${fewOfSubject}
        order by search.starts_sort, search.id limit ${mostOfSubject})
    ) hit
    order by starts_sort, id limit ${mostOfSubject}
  ) found
  join opportunity_entry entry on entry.id = found.id and not entry.withdrawn
  order by w.scheme, w.code, found.starts_sort, found.id`;

/** A circle that is about a subject. */
export interface SubjectGroup extends SubjectKey {
  readonly group: Group;
}

/** Circles about each subject, or about an NDC class under it, at most `mostOfSubject` each, in the order of their ids. One query. */
export async function groupsOfSubjects(
  em: EntityManager,
  keys: readonly SubjectKey[],
): Promise<SubjectGroup[]> {
  const rows = await em.execute<(SubjectKey & { wanted_scheme: string; wanted_code: string })[]>(
    `select w.scheme as wanted_scheme, w.code as wanted_code, found.*
     from jsonb_to_recordset(?::jsonb) as w(scheme text, code text)
     cross join lateral (
       select g.* from learning_group g
       where g.withdrawn_at is null and exists (
         select from jsonb_to_recordset(g.subject_keys) as key (scheme text, code text)
         where key.scheme = w.scheme
           and (key.code = w.code or (w.scheme = 'NDC' and starts_with(key.code, w.code))))
       order by g.id limit ${mostOfSubject}
     ) found
     order by w.scheme, w.code, found.id`,
    [JSON.stringify(keys)],
  );
  return rows.map(({ wanted_scheme: scheme, wanted_code: code, ...row }) => ({
    scheme,
    code,
    group: em.map(Group, row),
  }));
}
