import { migrationStep } from '@manabi/kit/database';

/** SQL of who led what in a table of entries, for which department, with +1 where it came or -1 where it went. */
const led = (entries: string, sign: '1' | '-1'): string => `
  select leader.id as person_id, entry.data -> 'provenance' ->> 'department' as department, ${sign} as sign
  from ${entries} entry
  cross join lateral (select distinct told.id from jsonb_array_elements_text(entry.data -> 'leaderIds') told (id)) leader
  where not entry.withdrawn and jsonb_typeof(entry.data -> 'leaderIds') = 'array'
    and entry.data -> 'provenance' ->> 'department' is not null`;

const adding = (rows: string): string => `
  insert into led_count (person_id, department, times)
  select person_id, department, sum(sign) from (${rows}) changed group by 1, 2 having sum(sign) <> 0
  on conflict (person_id, department) do update set times = led_count.times + excluded.times`;

/** Whoever changes the index takes one lock for all that is counted of it, so that nobody waits in a ring. */
const turn = `perform pg_advisory_xact_lock(hashtext('calendar_count'))`;

const count = `create function led_count_entries() returns trigger language plpgsql as $$
  begin
    ${turn};
    if tg_op = 'INSERT' then ${adding(led('came', '1'))};
    elsif tg_op = 'DELETE' then ${adding(led('went', '-1'))};
    else ${adding(`${led('came', '1')} union all ${led('went', '-1')}`)};
    end if;
    return null;
  end $$`;

const recount = `create function led_recount() returns void language plpgsql as $$
  begin
    ${turn};
    delete from led_count;
    ${adding(led('opportunity_entry', '1'))};
  end $$`;

/** Gives a table of entries, also one that a rebuild put in, the triggers that keep the counts. */
const watch = `create function led_watch() returns void language plpgsql as $$
  begin
    create trigger led_count_insert after insert on opportunity_entry
      referencing new table as came for each statement execute function led_count_entries();
    create trigger led_count_update after update on opportunity_entry
      referencing new table as came old table as went for each statement execute function led_count_entries();
    create trigger led_count_delete after delete on opportunity_entry
      referencing old table as went for each statement execute function led_count_entries();
  end $$`;

/** For how many departments each person led something, kept beside what departments told. */
export const ledCounts = migrationStep('m20261127-led', [
  `create table led_count (
    person_id text not null,
    department text not null,
    times integer not null,
    primary key (person_id, department)
  ) with (fillfactor = 70)`,
  count,
  recount,
  watch,
  'select led_watch()',
  'select led_recount()',
  'analyze led_count',
]);
