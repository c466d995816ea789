import { migrationStep } from '@manabi/kit/database';

/** When a time in a list of them was first to begin and to end, whatever was changed of it since. */
const first = (time: string, end: 'startsAt' | 'endsAt'): string =>
  `case when ${time} -> 'formerTimes' -> 0 is null then ${time} ->> '${end}'
   else ${time} -> 'formerTimes' -> 0 ->> '${end}' end::timestamptz`;

const isSame = (time: string): string =>
  `${first(time, 'startsAt')} = (told ->> 'startsAt')::timestamptz
   and ${first(time, 'endsAt')} is not distinct from (told ->> 'endsAt')::timestamptz`;

/** The next file of a class leaves alone what was changed by hand of its times: moved ones stay moved, those that were called off are not held again. */
export const timesByHand = migrationStep('m20261127-times-by-hand', [
  `create function sports_class_times(held jsonb, called_off jsonb, told jsonb) returns jsonb
    language sql stable as $$
      select coalesce(jsonb_agg(time order by (time ->> 'startsAt')::timestamptz), '[]')
      from (
        select coalesce((select e from jsonb_array_elements(held) e where ${isSame('e')} limit 1), told) as time
        from jsonb_array_elements($3) told
        where not exists (select from jsonb_array_elements(coalesce(called_off, '[]')) e where ${isSame('e')})
      ) times
    $$`,
]);
