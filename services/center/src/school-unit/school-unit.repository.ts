import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { NeededTime } from '../person/person.input.js';
import { Person } from '../person/person.entity.js';
import { conditionsOf } from '../person/person.search.js';
import { SiteVisit } from '../site-visit/site-visit.entity.js';
import type { PageAfter } from '../value/page-after.js';
import { SchoolUnit } from './school-unit.entity.js';
import type { SchoolUnitFilter } from './school-unit.input.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function schoolUnitsByIds(em: EntityManager, ids: readonly string[]): Promise<SchoolUnit[]> {
  return em.find(SchoolUnit, { id: { $in: [...ids] } });
}

/** Units that fit and stand in the register, in the order of their ids. */
export function schoolUnitsAfter(
  em: EntityManager,
  { grade, schoolSubject, month }: SchoolUnitFilter,
  { limit, after }: PageAfter,
): Promise<SchoolUnit[]> {
  return em.find(
    SchoolUnit,
    {
      withdrawnAt: null,
      ...(grade != null && { grade }),
      ...(schoolSubject != null && { schoolSubject }),
      ...(month != null && { months: { $contains: [month] } }),
      ...(after !== null && { id: { $gt: after } }),
    },
    { orderBy: { id: 'asc' }, limit },
  );
}

/** Most people and places that are told for one unit. */
const told = 10;

/** Whether a subject of a row leads to one of the unit's, or one of the unit's to it: an NDC class holds those under it. */
const sharesSubject = (row: string) => `exists (
  select from jsonb_to_recordset(unit.subject_keys) as wanted (scheme text, code text)
  join jsonb_to_recordset(${row}.subject_keys) as known (scheme text, code text)
    on known.scheme = 'NDC' and wanted.scheme = 'NDC'
    and (starts_with(known.code, wanted.code) or starts_with(wanted.code, known.code)))`;

/** When a guest teacher is wanted, and in which school district. */
export interface GuestWish {
  readonly freeIn: NeededTime | null;
  readonly districtCode: string | null;
}

/** A person who can come to lessons of a unit. */
export interface Guest {
  readonly unitId: string;
  readonly person: Person;
}

/** Who knows a unit's subject, teaches children of its grade and fits the wish; volunteers of schools first: one query. */
export async function guestsOfUnits(
  em: EntityManager,
  unitIds: readonly string[],
  wish: GuestWish,
): Promise<Guest[]> {
  const conditions = conditionsOf(wish);
  const where = conditions.map(({ sql }) => ` and ${sql}`).join('');
  const rows = await em.execute<(EntityDictionary<Person> & { unit_id: string })[]>(
    `select unit.id as unit_id, guest.* from school_unit unit
     cross join lateral (
       select p.* from person p where p.withdrawn_at is null and ${sharesSubject('p')}
         and coalesce((p.ages ->> 'minMonths')::integer, 0) <= (unit.grade + 7) * 12 - 1
         and coalesce((p.ages ->> 'maxMonths')::integer, 2147483647) >= (unit.grade + 5) * 12${where}
       order by not p.roles @> array['SCHOOL_VOLUNTEER'], p.id limit ${told}
     ) guest
     where unit.id = any(array[?]::text[])
     order by unit.id, not guest.roles @> array['SCHOOL_VOLUNTEER'], guest.id`,
    [...conditions.flatMap(({ values }) => values), unitIds],
  );
  return rows.map(({ unit_id: unitId, ...row }) => ({
    unitId,
    // What is left of the row is the person's columns.
    person: em.map(Person, row as EntityDictionary<Person>),
  }));
}

/** A place that takes classes for a unit. */
export interface Visit {
  readonly unitId: string;
  readonly visit: SiteVisit;
}

/** Which places show something of a unit's subject to its grade, on a day (`YYYY-MM-DD`) when one is given: one query. */
export async function visitsOfUnits(
  em: EntityManager,
  unitIds: readonly string[],
  day: string | null,
): Promise<Visit[]> {
  const rows = await em.execute<(EntityDictionary<SiteVisit> & { unit_id: string })[]>(
    `select unit.id as unit_id, place.* from school_unit unit
     cross join lateral (
       select v.* from site_visit v where v.withdrawn_at is null and ${sharesSubject('v')}
         and coalesce(v.grade_from, 0) <= unit.grade and coalesce(v.grade_to, 12) >= unit.grade
         and (?::date is null or (v.weekdays @> to_jsonb(extract(isodow from ?::date)::integer)
           and (v.months = '[]' or v.months @> to_jsonb(extract(month from ?::date)::integer))))
       order by v.id limit ${told}
     ) place
     where unit.id = any(array[?]::text[]) order by unit.id, place.id`,
    [day, day, day, unitIds],
  );
  return rows.map(({ unit_id: unitId, ...row }) => ({
    unitId,
    // What is left of the row is the visit's columns.
    visit: em.map(SiteVisit, row as EntityDictionary<SiteVisit>),
  }));
}
