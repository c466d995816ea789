import type { EntityManager } from '@mikro-orm/postgresql';

import { type LoaderOf, one } from '../batch.js';
import type { SlotSource } from './slot.read.js';

/** Which rooms are wanted that nobody has at a time, as the key of a loader. Moments are ISO 8601. */
export interface FreeRoomsAt {
  readonly from: string;
  readonly to: string;
  readonly people: number | null;
  readonly facilities: readonly string[] | null;
  readonly size: number;
}

/** What one of many keys found: the rooms as their table keeps them, those that just hold the people first. */
export interface FreeRoomsFound {
  readonly asked: FreeRoomsAt;
  readonly rooms: readonly object[];
}

/** A loader of the rooms that are let and free during the whole of a time of one day. One query for all times. */
export const freeRooms =
  (source: SlotSource): LoaderOf<FreeRoomsAt, FreeRoomsFound | null> =>
  (em) =>
    one(
      (keys) => findFreeRooms(em, source, keys),
      ({ asked }) => asked,
    );

async function findFreeRooms(
  em: EntityManager,
  { rooms, holds }: SlotSource,
  keys: readonly FreeRoomsAt[],
): Promise<FreeRoomsFound[]> {
  const rows = await em.execute<{ position: number }[]>(
    `select asked.position, free.*
     from jsonb_to_recordset(?::jsonb) as asked (position int, "from" timestamptz, "to" timestamptz,
       people int, facilities jsonb, size int)
     cross join lateral (
       select room.* from ${rooms} room
       where room.withdrawn_at is null and (asked.people is null or room.capacity >= asked.people)
         and (asked.facilities is null or jsonb_exists(asked.facilities, room.facility_code))
         and exists (select from jsonb_to_recordset(room.bands) as band (opens time)
           where opens <= (asked."from" at time zone 'Asia/Tokyo')::time)
         and exists (select from jsonb_to_recordset(room.bands) as band (closes time)
           where closes >= (asked."to" at time zone 'Asia/Tokyo')::time)
         and not exists (select from ${holds} hold where hold.room_id = room.id and hold.state <> 'RELEASED'
           and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(asked."from", asked."to"))
       order by room.capacity, room.facility_code, room.id
       limit asked.size
     ) free
     order by asked.position, free.capacity, free.facility_code, free.id`,
    [JSON.stringify(keys.map((key, position) => ({ ...key, position })))],
  );
  const found = Map.groupBy(rows, ({ position }) => position);
  return keys.map((asked, position) => ({ asked, rooms: found.get(position) ?? [] }));
}
