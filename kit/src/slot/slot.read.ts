import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { type PageOf, pageOf } from '../connection/connection-type.js';
import { readCursor, writeCursor } from '../connection/cursor.js';
import { refusedInput, refusedSpan } from '../refused-input.js';
import type { TimeSpan } from '../value/time-span.js';
import type { Stretch } from './band.js';
import type { FreeArguments, SlotArguments, SlotFields } from './slot.fields.js';
import { readSlotId, slotId } from './slot-id.js';
import { SlotState } from './slot-state.js';

/** The tables of a service's rooms, with the bands in which each is let, and of what is taken of them. */
export interface SlotSource {
  readonly rooms: string;
  readonly holds: string;
}

/** A page of the slots of one room, as the key of a loader. Moments are ISO 8601. */
export interface SlotsOf extends PageOf {
  readonly from: string;
  readonly to: string;
  readonly state: SlotState | null;
  /** Free bands that lie between these times of day (HH:MM in Japan), on these weekdays (1 is Monday); null: any. */
  readonly opens?: string | null;
  readonly closes?: string | null;
  readonly weekdays?: readonly number[] | null;
}

/** What one of many pages holds: up to one slot more than its size. */
export interface SlotsPage {
  readonly asked: SlotsOf;
  readonly slots: SlotFields[];
}

interface SlotRow {
  position: number;
  starts_at: Date | string;
  ends_at: Date | string;
  state: SlotState;
  purpose: string | null;
}

const day = 24 * 60 * 60 * 1000;
const usualDays = 14;
const mostDays = 92;

/** The page of a room's slots that was asked for. Refuses a stretch that is empty or longer than 92 days. */
export function slotsOf(roomId: string, asked: SlotArguments, now: Date): SlotsOf {
  const from = asked.from ?? now;
  const to = asked.to ?? new Date(from.getTime() + usualDays * day);
  return {
    ...pageOf(roomId, asked),
    ...toldSpan({ from, to }, ['from', 'to']),
    state: asked.state ?? null,
  };
}

/** The page of a room's free slots that was asked for. Refuses a stretch that is empty or longer than 92 days. */
export function freeSlotsOf(roomId: string, asked: FreeArguments): SlotsOf {
  return {
    ...pageOf(roomId, asked),
    ...toldSpan(asked.in, ['in']),
    state: SlotState.FREE,
    opens: asked.band?.from ?? null,
    closes: asked.band?.to ?? null,
    weekdays: asked.weekdays ?? null,
  };
}

/** `given` are the arguments that say it. */
function toldSpan({ from, to }: TimeSpan, given: readonly string[]): { from: string; to: string } {
  const days = (to.getTime() - from.getTime()) / day;
  if (days > 0 && days <= mostDays) return { from: from.toISOString(), to: to.toISOString() };
  throw refusedInput(
    `"from" to "to" is ${days.toFixed(1)} days; slots are told for more than 0 and at most ${mostDays}. Move "to", and ask again for later days.`,
    ...given.map((argument) => refusedSpan(argument, days, mostDays)),
  );
}

/** Where a slot stands among those of its room: no two start at once. */
export const slotCursor = ({ startsAt }: Stretch): string => writeCursor([startsAt.toISOString()]);

/**
 * For each room the page of its slots, earliest first: what is taken at any time of the stretch, and every free band
 * that starts in it. One query.
 */
export async function slotsOfRooms(
  em: EntityManager,
  source: SlotSource,
  pages: readonly SlotsOf[],
): Promise<SlotsPage[]> {
  const asked = pages.map(({ of, size, after, ...page }, position) => {
    const [later] = after === null ? [null] : readCursor(after, z.tuple([z.iso.datetime()]));
    return { ...page, position, room: of, after: later, size: size + 1 };
  });
  const rows = await em.execute<SlotRow[]>(pageSql(source), [JSON.stringify(asked)]);
  const found = Map.groupBy(rows, (row) => row.position);
  return pages.map((page, position) => ({
    asked: page,
    slots: (found.get(position) ?? []).map((row) => slotOfRow(page.of, row)),
  }));
}

/** The slots with these ids as they stand now, in no order; ids that name no room's time are left out. One query. */
export async function slotsByIds(
  em: EntityManager,
  source: SlotSource,
  ids: readonly string[],
): Promise<SlotFields[]> {
  const stretches = ids.map(readSlotId);
  const asked = stretches.flatMap((stretch, position) =>
    stretch ? [{ position, ...stretch, room: stretch.roomId }] : [],
  );
  const rows = await em.execute<SlotRow[]>(
    `select asked.position, asked."startsAt" as starts_at, asked."endsAt" as ends_at,
       coalesce(taken.state, 'FREE') as state, taken.purpose
     from jsonb_to_recordset(?::jsonb)
       as asked (position int, room text, "startsAt" timestamptz, "endsAt" timestamptz)
     join ${source.rooms} room on room.id = asked.room
     left join lateral (${takenSql(source, 'asked."startsAt"', 'asked."endsAt"')} limit 1) taken on true`,
    [JSON.stringify(asked)],
  );
  return rows.flatMap((row) => {
    const stretch = stretches[row.position];
    return stretch ? [slotOfRow(stretch.roomId, row)] : [];
  });
}

/** SQL of what is taken of `asked.room` between two moments. */
export function takenSql({ holds }: SlotSource, from: string, to: string): string {
  return `select hold.* from ${holds} hold
    where hold.room_id = asked.room and hold.state <> 'RELEASED'
      and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(${from}, ${to})
    order by hold.starts_at`;
}

/** A slot from the columns of a row that stands for it. */
export function slotOfRow(
  roomId: string,
  row: Pick<SlotRow, 'starts_at' | 'ends_at' | 'state' | 'purpose'>,
): SlotFields {
  const times = { roomId, startsAt: new Date(row.starts_at), endsAt: new Date(row.ends_at) };
  return { ...times, id: slotId(times), state: row.state, purpose: row.purpose };
}

function pageSql({ rooms, holds }: SlotSource): string {
  // What is taken is gathered once for each room as one multirange: asking the table again for every band of every
  // day cost four to six times as much (100 rooms).
  return `
  select asked.position, slot.*
  from jsonb_to_recordset(?::jsonb) as asked (position int, room text, "from" timestamptz,
    "to" timestamptz, state text, after timestamptz, size int, opens time, closes time, weekdays jsonb)
  join ${rooms} room on room.id = asked.room
  cross join lateral (
    select coalesce(range_agg(tstzrange(hold.starts_at, hold.ends_at)), '{}') as times
    from ${holds} hold
    where hold.room_id = asked.room and hold.state <> 'RELEASED'
      and tstzrange(hold.starts_at, hold.ends_at)
        && tstzrange(asked."from", asked."to" + interval '1 day')) taken
  cross join lateral (
    select hold.starts_at, hold.ends_at, hold.state, hold.purpose from ${holds} hold
    where hold.room_id = asked.room and hold.state <> 'RELEASED'
      and (asked.state is null or asked.state = hold.state)
      and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(asked."from", asked."to")
      and (asked.after is null or hold.starts_at > asked.after)
    union all
    select band.starts_at, band.ends_at, 'FREE', null
    from generate_series(
      (greatest(asked."from", asked.after) at time zone 'Asia/Tokyo')::date,
      (asked."to" at time zone 'Asia/Tokyo')::date, interval '1 day') as day
    cross join jsonb_to_recordset(room.bands) as part (opens time, closes time)
    cross join lateral (
      select (day::date + opens) at time zone 'Asia/Tokyo' as starts_at,
        (day::date + closes) at time zone 'Asia/Tokyo' as ends_at) band
    where (asked.state is null or asked.state = 'FREE')
      and (asked.opens is null or part.opens >= asked.opens)
      and (asked.closes is null or part.closes <= asked.closes)
      and (asked.weekdays is null or asked.weekdays @> to_jsonb(extract(isodow from day)::integer))
      and band.starts_at >= asked."from" and band.starts_at < asked."to"
      and (asked.after is null or band.starts_at > asked.after)
      and not taken.times && tstzrange(band.starts_at, band.ends_at)
    order by starts_at
    limit asked.size
  ) slot
  order by asked.position, slot.starts_at`;
}
