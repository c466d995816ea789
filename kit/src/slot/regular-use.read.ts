import type { EntityManager } from '@mikro-orm/postgresql';

import { type LoaderOf, one } from '../batch.js';
import { metresBetweenRows } from '../distance.js';
import type { SlotFields } from './slot.fields.js';
import { type SlotSource, slotOfRow } from './slot.read.js';
import { SlotState } from './slot-state.js';

/** Which other rooms are wanted for a regular use, as the key of a loader. Moments are ISO 8601. */
export interface AlternativesOf {
  readonly of: string;
  readonly from: string;
  readonly to: string;
  /** For so many people; null: for as many as the usual room holds. */
  readonly people: number | null;
  /** Only within walking distance of the usual room. */
  readonly near: boolean;
  readonly size: number;
}

/** Another room for a regular use, with the times at which nobody has it. */
export interface Alternative {
  readonly roomId: string;
  /** From the usual room; null where the place of either is not known. */
  readonly metres: number | null;
  readonly slots: readonly SlotFields[];
  /** Usual meetings for which it cannot be had. */
  readonly missing: number;
}

/** What one of many keys found. */
export interface AlternativesFound {
  readonly asked: AlternativesOf;
  readonly alternatives: readonly Alternative[];
}

/** Metres that count as the same area: about twenty minutes on foot. */
const walkingMetres = 1_500;

/** Days of which alternatives are told at most. */
export const mostAlternativeDays = 92;

interface AlternativeRow {
  position: number;
  room_id: string;
  metres: number | null;
  meetings: string;
  slots: { starts_at: string; ends_at: string }[] | null;
}

/** A loader of other rooms for regular uses; `same` is a column in which they must be like the usual one. */
export const alternativesOf =
  (source: SlotSource, same?: string): LoaderOf<AlternativesOf, AlternativesFound | null> =>
  (em) =>
    one(
      (keys) => findAlternatives(em, alternativeSql(source, same), keys),
      ({ asked }) => asked,
    );

async function findAlternatives(
  em: EntityManager,
  sql: string,
  keys: readonly AlternativesOf[],
): Promise<AlternativesFound[]> {
  const rows = await em.execute<AlternativeRow[]>(sql, [
    JSON.stringify(keys.map((key, position) => ({ ...key, position }))),
  ]);
  const found = Map.groupBy(rows, ({ position }) => position);
  return keys.map((asked, position) => ({
    asked,
    alternatives: (found.get(position) ?? []).map(alternativeOfRow),
  }));
}

function alternativeOfRow({ room_id, metres, meetings, slots }: AlternativeRow): Alternative {
  const free = slots ?? [];
  return {
    roomId: room_id,
    metres: metres === null ? null : Math.round(metres),
    slots: free.map((slot) =>
      slotOfRow(room_id, { ...slot, state: SlotState.FREE, purpose: null }),
    ),
    missing: Number(meetings) - free.length,
  };
}

/** The bands of another room that cover the usual time, on each usual day; free where nothing stands in them. */
function alternativeSql({ rooms, holds }: SlotSource, same: string | undefined): string {
  return `
  select asked.position, found.*
  from jsonb_to_recordset(?::jsonb) as asked (position int, "of" text, "from" timestamptz, "to" timestamptz,
    people int, near boolean, size int)
  join regular_use usual on usual.id = asked."of"
  join ${rooms} own on own.id = usual.room_id
  cross join lateral (
    select other.id as room_id, away.metres, count(*) as meetings,
      jsonb_agg(jsonb_build_object('starts_at', time.starts_at, 'ends_at', time.ends_at) order by time.starts_at)
        filter (where time.is_free) as slots
    from ${rooms} other
    cross join lateral (select case when other.facility_code = own.facility_code then 0
      else ${metresBetweenRows('own', 'other')} end as metres) away
    cross join lateral (
      select max(opens) filter (where opens <= usual.starts_at::time) as opens,
        min(closes) filter (where closes >= usual.ends_at::time) as closes
      from jsonb_to_recordset(other.bands) as band (opens time, closes time)) part
    cross join lateral (
      select meeting.*, part.opens is not null and part.closes is not null and not exists (
          select from ${holds} hold where hold.room_id = other.id and hold.state <> 'RELEASED'
            and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(meeting.starts_at, meeting.ends_at)) as is_free
      from generate_series((asked."from" at time zone 'Asia/Tokyo')::date,
        (asked."to" at time zone 'Asia/Tokyo')::date, interval '1 day') as day
      cross join lateral (
        select (day::date + coalesce(part.opens, usual.starts_at::time)) at time zone 'Asia/Tokyo' as starts_at,
          (day::date + coalesce(part.closes, usual.ends_at::time)) at time zone 'Asia/Tokyo' as ends_at) meeting
      where extract(isodow from day) = usual.weekday and ceil(extract(day from day) / 7) = any(usual.weeks)
        and meeting.starts_at >= asked."from" and meeting.starts_at < asked."to") time
    where other.id <> own.id and other.withdrawn_at is null
      and (other.capacity >= coalesce(asked.people, own.capacity) or coalesce(asked.people, own.capacity) is null)
      and (not asked.near or away.metres <= ${walkingMetres})
      ${same ? `and other.${same} is not distinct from own.${same}` : ''}
    group by other.id, away.metres
    having bool_or(time.is_free)
    order by count(*) filter (where time.is_free) desc, away.metres nulls last, other.id
    limit asked.size
  ) found
  order by asked.position, jsonb_array_length(found.slots) desc, found.metres nulls last, found.room_id`;
}
