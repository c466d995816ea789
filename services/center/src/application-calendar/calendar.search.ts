import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { type RawQueryFragment as Sql, sql } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { momentText } from '../value/moment-text.js';
import { CalendarEvent } from './calendar-event.entity.js';
import type { LifeStage } from './life-stage.rules.js';

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

/** A stretch of time as SQL, its end not included. */
export interface Stretch {
  readonly from: Sql;
  readonly to: Sql;
}

/** A stretch between two moments of JavaScript. */
export const stretch = (from: Date, to: Date): Stretch => ({
  from: sql<Sql>`${from.toISOString()}::timestamptz`,
  to: sql<Sql>`${to.toISOString()}::timestamptz`,
});

/** SQL of the applications that open and those that close in a stretch, of opportunities `s` of which more may be asked. */
export function offerMoments({ from, to }: Stretch, more: Sql = sql<Sql>`true`): [Sql, Sql] {
  const moments = (event: CalendarEvent, column: string): Sql => {
    const at = sql.ref(`s.${column}`);
    return sql<Sql>`select ${event} as event, ${at} as at, s.id, false as is_lottery, s.department,
        s.venue_code, s.audiences, s.min_months, s.max_months
      from opportunity_search s
      where ${at} >= ${from} and ${at} < ${to} and not s.cancelled and s.selection is distinct from 'NONE' and ${more}`;
  };
  return [moments(CalendarEvent.OPENS, 'opens_at'), moments(CalendarEvent.CLOSES, 'closes_sort')];
}

/** SQL of what happens in a stretch in lotteries for rooms and courts. */
export const lotteryMoments = ({ from, to }: Stretch): Sql =>
  sql<Sql>`select moment.event, moment.at, w.id, true as is_lottery, w.department, w.facility_code as venue_code,
      0 as audiences, null::integer as min_months, null::integer as max_months
    from lottery_window w
    cross join lateral (values ('OPENS', w.opens_at), ('CLOSES', w.closes_at), ('DRAW', w.draw_at),
      ('CONFIRM_BY', w.confirm_by)) moment (event, at)
    where moment.at >= ${from} and moment.at < ${to}`;

/** SQL that a column is one of these; true where none are asked for. */
export const among = (column: string, values: readonly string[] | null | undefined): Sql =>
  values?.length
    ? sql<Sql>`${sql.ref(column)} = any(array[${[...values]}]::text[])`
    : sql<Sql>`true`;

/** SQL that is true of a line and a time of life `life` to which it belongs. */
export const belongs = sql<Sql>`life_stage_holds(life, line.audiences, line.min_months, line.max_months)`;

/** SQL of some after others. */
export const oneAfterAnother = ([first, ...others]: readonly Sql[]): Sql =>
  others.reduce((all, each) => sql<Sql>`${all} union all ${each}`, first ?? sql<Sql>``);

/**
 * The moments with the area of each, of one department, area, event and time of life if that is asked, by where they
 * come from: `end` is what each of these ends in, a condition more and perhaps an order.
 */
function lines(asked: CalendarAsked, end: Sql): Sql {
  const ofStages = asked.lifeStages?.length
    ? sql<Sql>`exists (select from life_stage life where ${among('life.stage', asked.lifeStages)} and ${belongs})`
    : sql<Sql>`true`;
  const whole = stretch(asked.from, asked.to);
  return oneAfterAnother(
    [...offerMoments(whole), lotteryMoments(whole)].map(
      (some) => sql<Sql>`(select line.*, f.area_code from (${some}) line
      left join facility f on f.code = line.venue_code
      where ${among('line.department', asked.departments)} and ${among('line.event', asked.events)}
        and ${among('f.area_code', asked.areaCodes)} and ${ofStages} and ${end})`,
    ),
  );
}

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
