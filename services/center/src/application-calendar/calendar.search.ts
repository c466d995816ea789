import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { type RawQueryFragment as Sql, sql } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { momentText } from '../value/moment-text.js';
import { CalendarEvent } from './calendar-event.entity.js';
import { type LifeStage, lifeStages } from './life-stage.rules.js';

/** Which part of the calendar is wanted; an absent list restricts nothing. */
export interface CalendarAsked {
  readonly from: Date;
  readonly to: Date;
  readonly departments?: readonly string[] | null;
  readonly areaCodes?: readonly string[] | null;
  readonly lifeStages?: readonly LifeStage[] | null;
  readonly events?: readonly CalendarEvent[] | null;
}

/** One moment, not yet with its words. */
export interface CalendarPlace {
  readonly event: CalendarEvent;
  readonly at: string;
  readonly id: string;
  readonly isLottery: boolean;
}

/** What happens in one area for one time of life, with the first of it. */
export interface GroupFound {
  readonly areaCode: string | null;
  readonly lifeStage: LifeStage;
  readonly opens: number;
  readonly closes: number;
  readonly draws: number;
  readonly lines: readonly CalendarPlace[];
}

/** Every moment of the time: applications that open or close, and what happens in lotteries for rooms and courts. */
function moments(asked: CalendarAsked): Sql[] {
  const [from, to] = [asked.from.toISOString(), asked.to.toISOString()];
  const within = (table: string, column: string): Sql =>
    sql<Sql>`${sql.ref(`${table}.${column}`)} >= ${from}::timestamptz and ${sql.ref(`${table}.${column}`)} < ${to}::timestamptz`;
  const offers = (event: CalendarEvent, column: string): Sql =>
    sql<Sql>`select ${event} as event, ${sql.ref(`s.${column}`)} as at, s.id, false as is_lottery, s.department,
        s.venue_code, s.audiences, s.min_months, s.max_months
      from opportunity_search s
      where ${within('s', column)} and not s.cancelled and s.selection is distinct from 'NONE'`;
  return [
    offers(CalendarEvent.OPENS, 'opens_at'),
    offers(CalendarEvent.CLOSES, 'closes_sort'),
    sql<Sql>`select moment.event, moment.at, w.id, true as is_lottery, w.department, w.facility_code as venue_code,
        0 as audiences, null::integer as min_months, null::integer as max_months
      from lottery_window w
      cross join lateral (values ('OPENS', w.opens_at), ('CLOSES', w.closes_at), ('DRAW', w.draw_at),
        ('CONFIRM_BY', w.confirm_by)) moment (event, at)
      where ${within('moment', 'at')}`,
  ];
}

/**
 * The moments with the area of each, of one department, area, event and time of life if that is asked, by where they
 * come from: `end` is what each of these ends in, a condition more and perhaps an order.
 */
function lines(asked: CalendarAsked, end: Sql = sql<Sql>`true`): Sql {
  const among = (column: string, values: readonly string[] | null | undefined): Sql =>
    values?.length
      ? sql<Sql>`${sql.ref(column)} = any(array[${[...values]}]::text[])`
      : sql<Sql>`true`;
  const ofStages = asked.lifeStages?.length
    ? sql<Sql>`exists (select from ${stages} where ${among('stage', asked.lifeStages)} and ${belongs})`
    : sql<Sql>`true`;
  const [first, ...others] = moments(asked).map(
    (some) => sql<Sql>`(select line.*, f.area_code from (${some}) line
      left join facility f on f.code = line.venue_code
      where ${among('line.department', asked.departments)} and ${among('line.event', asked.events)}
        and ${among('f.area_code', asked.areaCodes)} and ${ofStages} and ${end})`,
  );
  return others.reduce((all, each) => sql<Sql>`${all} union all ${each}`, first ?? sql<Sql>``);
}

const stages = sql<Sql>`jsonb_to_recordset(${JSON.stringify(lifeStages)}::jsonb) as stage
  (stage text, audiences integer, "fromMonths" integer, "toMonths" integer)`;

/** True of a line and a stage: by the audiences that the line names, else by its ages, else it is for everyone. */
const belongs = sql<Sql>`case when line.audiences <> 0 then line.audiences & stage.audiences <> 0
  when line.min_months is null and line.max_months is null then stage."fromMonths" is null
  else coalesce(line.min_months, 0) <= stage."toMonths"
    and coalesce(line.max_months, stage."fromMonths") >= stage."fromMonths" end`;

/** Every area and time of life for which anything happens, with the first `size` moments of each. */
export async function calendarGroups(
  em: EntityManager,
  asked: CalendarAsked,
  size: number,
): Promise<GroupFound[]> {
  const wanted = asked.lifeStages?.length
    ? sql<Sql>`stage.stage = any(array[${[...asked.lifeStages]}]::text[])`
    : sql<Sql>`true`;
  return em.execute<GroupFound[]>(sql`with line as materialized (${lines(asked)}),
    earliest as materialized (select * from line order by at, id, event limit ${earliestRead}),
    counted as materialized (
      select line.area_code, stage.stage, count(*) as total,
        (count(*) filter (where event = 'OPENS'))::integer as opens,
        (count(*) filter (where event = 'CLOSES'))::integer as closes,
        (count(*) filter (where event in ('DRAW', 'CONFIRM_BY')))::integer as draws
      from line join ${stages} on ${belongs} where ${wanted} group by line.area_code, stage.stage
    ),
    early as materialized (${firstOf(sql<Sql>`earliest`, size)}),
    short as materialized (
      select counted.area_code, counted.stage from counted left join early on ${sameGroup(sql<Sql>`early`)}
      where coalesce(early.told, 0) < least(${size}, counted.total)
    ),
    late as materialized (${firstOf(
      sql<Sql>`line`,
      size,
      sql<Sql>`join short on short.stage = stage.stage
      and coalesce(short.area_code, '') = coalesce(line.area_code, '')`,
    )})
    select counted.area_code as "areaCode", counted.stage as "lifeStage", opens, closes, draws,
      coalesce(late.lines, early.lines) as lines
    from counted
    left join early on ${sameGroup(sql<Sql>`early`)}
    left join late on ${sameGroup(sql<Sql>`late`)}
    order by counted.area_code nulls last,
      array_position(array[${lifeStages.map((each) => each.stage)}], counted.stage)`);
}

/**
 * Moments, the earliest, among which the first of every group are looked for; only for a group that has too few among
 * them all are looked through. Sorting all of a large city's by group took seconds.
 */
const earliestRead = 20_000;

/** The first moments of every group among some, those of some groups only where that is joined. */
const firstOf = (among: Sql, size: number, joined: Sql = sql<Sql>``): Sql => sql<Sql>`
  select area_code, stage, count(*) as told, jsonb_agg(jsonb_build_object('event', event, 'at', at, 'id', id,
    'isLottery', is_lottery) order by at, id, event) as lines
  from (
    select line.*, stage.stage, row_number()
      over (partition by line.area_code, stage.stage order by line.at, line.id, line.event) as place
    from ${among} line join ${stages} on ${belongs} ${joined}
  ) placed where place <= ${size} group by area_code, stage`;

const sameGroup = (group: Sql): Sql =>
  sql<Sql>`${group}.stage = counted.stage and coalesce(${group}.area_code, '') = coalesce(counted.area_code, '')`;

/** The moments one by one, first first, one more than the page holds when there is more. */
export async function calendarLines(
  em: EntityManager,
  asked: CalendarAsked,
  { limit, after }: { limit: number; after: string | null },
): Promise<CalendarPlace[]> {
  const [at, id, event] = after === null ? [null, null, null] : readCursor(after, cursorShape);
  const beyond =
    at === null
      ? sql<Sql>`true`
      : sql<Sql>`(line.at, line.id, line.event) > (${at}::timestamptz, ${id}, ${event})`;
  const page = sql<Sql>`order by line.at, line.id, line.event limit ${limit}`;
  return em.execute<CalendarPlace[]>(
    sql`select event, at::text as at, id, is_lottery as "isLottery"
      from (${lines(asked, sql<Sql>`${beyond} ${page}`)}) line ${page}`,
  );
}

const cursorShape = z.tuple([momentText, z.string(), z.string()]);

/** The cursor of a moment in the list. */
export const lineCursor = ({ at, id, event }: CalendarPlace): string =>
  writeCursor([at, id, event]);
