// SQL, over the gathered databases, of what the registers must answer.

/** The departments for which somebody led something that was not withdrawn, from the departments' own tables. */
export const ledFor = (person: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', led.department, 'times', led.times) order by led.department), '[]')
  from (
    select o.provenance ->> 'department' as department, count(*) as times
    from (
      select provenance, instructor_ids as leaders, withdrawn_at from kominkan.course
      union all select provenance, coach_ids, withdrawn_at from sports.sports_class
    ) o where ${person} = any(o.leaders) and o.withdrawn_at is null group by 1
  ) led)`;

/** The three latest things that somebody led, of one department's table. */
export const led = (table: string, leaders: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', jsonb_build_object('ja', o.title -> 'ja'),
    'startsAt', iso(o.starts_at)) order by o.starts_at desc, o.id desc), '[]')
  from (select * from ${table} where p.id = any(${leaders}) and withdrawn_at is null
    order by starts_at desc, id desc limit 3) o)`;

/** Whether somebody said to have time on Friday 4 December 2026 from 10:00 to 11:30. */
export const isFree = `exists (select from jsonb_array_elements(p.free_times) t where t ->> 'weekday' = '5'
    and t ->> 'startsAt' <= '10:00' and t ->> 'endsAt' >= '11:30')
  and not exists (select from jsonb_array_elements(p.unavailable) d
    where '2026-12-04' between d ->> 'from' and d ->> 'to')
  and not exists (select from center.assignment a where a.person_id = p.id and a.released_at is null
    and a.starts_at < '2026-12-04T11:30+09:00' and a.ends_at > '2026-12-04T10:00+09:00')`;

/** Whether somebody knows a class of the NDC or one under it. */
export const knows = (code: string) =>
  `exists (select from jsonb_array_elements(p.subject_keys) k where k ->> 'scheme' = 'NDC' and k ->> 'code' like '${code}%')`;

/** Whether somebody teaches children of ten. */
export const teachesAge10 = `coalesce((p.ages ->> 'minMonths')::integer <= 131, true)
  and coalesce((p.ages ->> 'maxMonths')::integer >= 120, true)`;

/** True of a row about a class of the NDC, one under it or one above it. */
export const near = (
  row: string,
  code: string,
) => `exists (select from jsonb_array_elements(${row}.subject_keys) k
  where k ->> 'scheme' = 'NDC' and (k ->> 'code' like ${code} || '%' or ${code} like (k ->> 'code') || '%'))`;
