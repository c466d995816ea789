import { migrationStep } from '@manabi/kit/database';

import { lifeStages } from '../application-calendar/life-stage.rules.js';

/**
 * The times of life as a table, for what counts in the database; whoever changes the rule writes a step that changes
 * these rows and counts again.
 */
const stages = `insert into life_stage (stage, place, audiences, from_months, to_months) values ${lifeStages
  .map(
    ({ stage, audiences, fromMonths, toMonths }, place) =>
      `('${stage}', ${place}, ${audiences}, ${fromMonths}, ${toMonths})`,
  )
  .join(', ')}`;

/**
 * SQL that adds to the counts what these rows make: an opportunity's moments with its audiences and ages, its area,
 * and +1 where it came or -1 where it went. What came as it had gone changes nothing.
 */
const adding = (rows: string): string => `
  insert into calendar_count (day, area_code, stage, opens, closes)
  select (c.at at time zone 'Asia/Tokyo')::date, c.area_code, life.stage,
    coalesce(sum(c.sign) filter (where c.event = 'OPENS'), 0),
    coalesce(sum(c.sign) filter (where c.event = 'CLOSES'), 0)
  from (
    select moment.event, moment.at, changed.area_code, changed.audiences, changed.min_months, changed.max_months,
      sum(changed.sign) as sign
    from (${rows}) changed
    cross join lateral (values ('OPENS', changed.opens_at), ('CLOSES', changed.closes_sort)) moment (event, at)
    where not changed.cancelled and changed.selection is distinct from 'NONE' and moment.at < 'infinity'
    group by 1, 2, 3, 4, 5, 6 having sum(changed.sign) <> 0
  ) c
  join life_stage life on life_stage_holds(life, c.audiences, c.min_months, c.max_months)
  group by 1, 2, 3
  order by 1, 2, 3
  on conflict (day, area_code, stage) do update
    set opens = calendar_count.opens + excluded.opens, closes = calendar_count.closes + excluded.closes`;

/** Rows of a table of the index as they came (+1) or went (-1), in the areas that the register knows now. */
const signed = (table: string, sign: '1' | '-1'): string =>
  `select s.*, coalesce(f.area_code, '') as area_code, ${sign} as sign
    from ${table} s left join facility f on f.code = s.venue_code`;

/** Whoever changes counts waits for whoever does until that commits: an area never moves under what is being counted. */
const turn = `perform pg_advisory_xact_lock(hashtext('calendar_count'))`;

const countIndex = `create function calendar_count_index() returns trigger language plpgsql as $$
  begin
    ${turn};
    if tg_op = 'INSERT' then ${adding(signed('came', '1'))};
    elsif tg_op = 'DELETE' then ${adding(signed('went', '-1'))};
    else ${adding(`${signed('came', '1')} union all ${signed('went', '-1')}`)};
    end if;
    return null;
  end $$`;

const recount = `create function calendar_recount() returns void language plpgsql as $$
  begin
    ${turn};
    delete from calendar_count;
    ${adding(signed('opportunity_search', '1'))};
  end $$`;

/** Gives a table of the index, also one that a rebuild put in, the triggers that keep the counts. */
const watch = `create function calendar_watch() returns void language plpgsql as $$
  begin
    create trigger calendar_count_insert after insert on opportunity_search
      referencing new table as came for each statement execute function calendar_count_index();
    create trigger calendar_count_update after update on opportunity_search
      referencing new table as came old table as went for each statement execute function calendar_count_index();
    create trigger calendar_count_delete after delete on opportunity_search
      referencing old table as went for each statement execute function calendar_count_index();
  end $$`;

/** Houses whose area became another one, or that came or went, take what is counted of them along. */
const countHouses = (went: string, came: string): string => `
  if exists (select from (${went}) went full join (${came}) came using (code)
    where went.area_code is distinct from came.area_code) then
    ${turn};
    ${adding(`select s.*, coalesce(move.area_code, '') as area_code, move.sign
      from (${went}) went full join (${came}) came using (code)
      cross join lateral (values (went.area_code, -1), (came.area_code, 1)) move (area_code, sign)
      join opportunity_search s on s.venue_code = code
      where went.area_code is distinct from came.area_code`)};
  end if;`;

const [houses, noHouses] = [
  'select code, area_code from',
  'select code, area_code from facility where false',
];

const countFacility = `create function calendar_count_facility() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then ${countHouses(noHouses, `${houses} came`)}
    elsif tg_op = 'DELETE' then ${countHouses(`${houses} went`, noHouses)}
    else ${countHouses(`${houses} went`, `${houses} came`)}
    end if;
    return null;
  end $$`;

const onFacility = (event: string, tables: string): string =>
  `create trigger calendar_count_${event} after ${event} on facility referencing ${tables}
    for each statement execute function calendar_count_facility()`;

/** How many applications open and close on each day, by area and time of life, kept beside the index. */
export const calendarCounts = migrationStep('m20261126-calendar-count', [
  `create table life_stage (
    stage text primary key,
    place integer not null,
    audiences integer not null,
    from_months integer,
    to_months integer
  )`,
  stages,
  // Belonging by the audiences that are named, else by ages; without either it is for everyone.
  `create function life_stage_holds(life life_stage, audiences integer, min_months integer, max_months integer)
    returns boolean language sql immutable as $$
    select case when audiences <> 0 then audiences & life.audiences <> 0
      when min_months is null and max_months is null then life.from_months is null
      else coalesce(min_months, 0) <= life.to_months
        and coalesce(max_months, life.from_months) >= life.from_months end $$`,
  `create table calendar_count (
    day date not null,
    area_code text not null,
    stage text not null,
    opens integer not null,
    closes integer not null,
    primary key (day, area_code, stage)
  ) with (fillfactor = 70)`,
  // The first moments of a day in one area are looked for house by house.
  `create index opportunity_search_venue_opens on opportunity_search (venue_code, opens_at)
    include (id, department, audiences, min_months, max_months)
    where not cancelled and selection is distinct from 'NONE'`,
  `create index opportunity_search_venue_closes on opportunity_search (venue_code, closes_sort)
    include (id, department, audiences, min_months, max_months)
    where not cancelled and selection is distinct from 'NONE'`,
  countIndex,
  recount,
  watch,
  countFacility,
  onFacility('insert', 'new table as came'),
  onFacility('update', 'new table as came old table as went'),
  onFacility('delete', 'old table as went'),
  'select calendar_watch()',
  'select calendar_recount()',
]);
