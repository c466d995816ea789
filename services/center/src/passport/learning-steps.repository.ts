import type { EntityManager } from '@mikro-orm/postgresql';

/** How many passports there are, and how many of them show each step after the one before it. */
export interface StepsRow {
  readonly passports: number;
  readonly storytime: number;
  readonly course: number;
  readonly circle: number;
}

/**
 * Counts passports by the steps that their records show, in one query. A record counts only by what its owner kept: an
 * opportunity that the index knows, or a circle. No other record of a person is joined.
 */
export async function stepsOfPassports(em: EntityManager): Promise<StepsRow> {
  const [row] = await em.execute<StepsRow[]>(
    `with record as (
       select r.passport_id, r.learned_on as day, r.group_id is not null as is_circle, e.kind = 'Course' as is_course,
         e.kind = 'LibraryProgram' and exists (select from jsonb_array_elements_text(e.data -> 'audiences') a (audience)
           where audience in ('INFANT', 'ELEMENTARY', 'PARENT_CHILD')) as is_storytime
       from learning_record r left join opportunity_entry e on e.id = r.opportunity_id),
     storytime as (select passport_id, min(day) as day from record where is_storytime group by passport_id),
     course as (
       select s.passport_id, min(r.day) as day from storytime s join record r using (passport_id)
       where r.is_course and r.day >= s.day group by s.passport_id),
     circle as (
       select distinct c.passport_id from course c join record r using (passport_id)
       where r.is_circle and r.day >= c.day)
     select (select count(*) from passport)::int as passports, (select count(*) from storytime)::int as storytime,
       (select count(*) from course)::int as course, (select count(*) from circle)::int as circle`,
  );
  return row ?? { passports: 0, storytime: 0, course: 0, circle: 0 };
}
