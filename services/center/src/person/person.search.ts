import { japanDay, japanTime } from '@manabi/kit/japan-time';
import { refusedInput } from '@manabi/kit/refused-input';
import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { aboutValues, isAbout } from '../subject/subject.search.js';
import type { PageAfter } from '../value/page-after.js';
import { Person } from './person.entity.js';
import type { NeededTime, PersonFilter } from './person.input.js';

/** A condition on `p`, with the values of its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** People who fit and were not withdrawn, in the order of their ids: one query. */
export async function peopleAfter(
  em: EntityManager,
  filter: PersonFilter,
  { limit, after }: PageAfter,
): Promise<Person[]> {
  const conditions = conditionsOf(filter);
  if (after !== null) conditions.push({ sql: 'p.id > ?', values: [after] });
  const where = ['p.withdrawn_at is null', ...conditions.map(({ sql }) => sql)].join(' and ');
  const rows = await em.execute<EntityDictionary<Person>[]>(
    `select p.* from person p where ${where} order by p.id limit ?`,
    [...conditions.flatMap(({ values }) => values), limit],
  );
  return rows.map((row) => em.map(Person, row));
}

/** What a filter asks of a person `p`. */
export function conditionsOf(filter: PersonFilter): Condition[] {
  const { subject, role, areaCode, qualification, age, districtCode } = filter;
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: readonly unknown[]) => conditions.push({ sql, values });
  if (subject) add(isAbout('p'), ...aboutValues(subject));
  if (role != null) add('p.roles @> array[?]', role);
  if (areaCode != null) add('p.area_code = ?', areaCode);
  if (qualification != null) add('p.qualifications @> array[?]', qualification);
  if (age != null) add(teaches, age * 12 + 11, age * 12);
  if (districtCode != null)
    add(`(p.district_codes = '{}' or p.district_codes @> array[?])`, districtCode);
  if (filter.freeIn) conditions.push(...freeIn(filter.freeIn));
  if (filter.departmentCount != null) add(ledFor, filter.departmentCount);
  if (filter.unconfirmedSince)
    add(`coalesce(p.confirmed_at, '-infinity') < ?`, filter.unconfirmedSince);
  return conditions;
}

const teaches = `coalesce((p.ages ->> 'minMonths')::integer, 0) <= ?
  and coalesce((p.ages ->> 'maxMonths')::integer, 2147483647) >= ?`;

/** Departments are counted as the index has read them. */
const ledFor = `(select count(*) from led_count l where l.person_id = p.id and l.times > 0) = ?`;

function freeIn({ startsAt, endsAt }: NeededTime): Condition[] {
  const day = japanDay(startsAt);
  if (endsAt <= startsAt || japanDay(endsAt) !== day)
    throw refusedInput(
      'freeIn must begin before it ends, on one day in Japan. Ask for each day alone.',
      {
        argument: 'freeIn',
        reason: endsAt <= startsAt ? 'END_NOT_AFTER_START' : 'NOT_ON_ONE_DAY',
      },
    );
  return [
    {
      sql: `exists (select from jsonb_to_recordset(p.free_times)
        as free (weekday integer, "startsAt" text, "endsAt" text)
        where free.weekday = extract(isodow from ?::date) and free."startsAt" <= ? and free."endsAt" >= ?)`,
      values: [day, japanTime(startsAt), japanTime(endsAt)],
    },
    {
      sql: `not exists (select from jsonb_to_recordset(p.unavailable) as span ("from" date, "to" date)
        where ?::date between span."from" and span."to")`,
      values: [day],
    },
    {
      sql: `not exists (select from assignment promise where promise.person_id = p.id
        and promise.released_at is null
        and tstzrange(promise.starts_at, promise.ends_at) && tstzrange(?, ?))`,
      values: [startsAt, endsAt],
    },
  ];
}
