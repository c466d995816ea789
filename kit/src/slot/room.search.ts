import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { type PageArguments, pageSize } from '../connection/page-arguments.js';
import { readCursor, writeCursor } from '../connection/cursor.js';
import { refusedInput } from '../refused-input.js';
import { japanDay, japanTime } from '../japan-time.js';
import type { TimeSpan } from '../value/time-span.js';
import type { RoomFilter } from './room.filter.js';
import type { SlotSource } from './slot.read.js';

/** Where a room stands among all: by facility, then by id. */
export const roomCursor = ({ facilityCode, id }: { facilityCode: string; id: string }): string =>
  writeCursor([facilityCode, id]);

const roomKey = z.tuple([z.string().max(50), z.string().max(200)]);

/** Which page of which rooms is wanted; `only` are words of which a column must hold one. */
export interface RoomSearch {
  readonly filter?: RoomFilter | null | undefined;
  readonly only?: { readonly column: string; readonly words: readonly string[] | null | undefined };
  readonly page: PageArguments;
}

/** One row more than a page of the rooms that a search lets through, as the table keeps them. One query. */
export async function searchRooms(
  em: EntityManager,
  source: SlotSource,
  { filter, only, page }: RoomSearch,
): Promise<object[]> {
  const where: string[] = ['withdrawn_at is null'];
  const values: unknown[] = [];
  const restrict = (condition: string, ...bound: unknown[]) => {
    where.push(condition);
    values.push(...bound);
  };
  if (filter?.facilityCodes)
    restrict(`facility_code ${oneOf}`, JSON.stringify(filter.facilityCodes));
  if (only?.words) restrict(`${only.column} ${oneOf}`, JSON.stringify(only.words));
  if (filter?.capacityAtLeast != null) restrict('capacity >= ?', filter.capacityAtLeast);
  if (filter?.equipment)
    restrict(
      `equipment @> array(select jsonb_array_elements_text(?::jsonb))`,
      JSON.stringify(filter.equipment),
    );
  if (filter?.freeBetween) {
    restrict(freeSql(source), ...withinOneDay(filter.freeBetween));
  }
  if (page.after)
    restrict('(facility_code, id) > (?::text, ?::text)', ...readCursor(page.after, roomKey));
  return em.execute<object[]>(
    `select room.* from ${source.rooms} room where ${where.join(' and ')}
     order by facility_code, id limit ?`,
    [...values, pageSize(page) + 1],
  );
}

// As JSON, for a list among the values of a statement would be spread over it.
const oneOf = '= any(array(select jsonb_array_elements_text(?::jsonb)))';

function freeSql({ holds }: SlotSource): string {
  return `not exists (select from ${holds} hold where hold.room_id = room.id
    and hold.state <> 'RELEASED'
    and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(?::timestamptz, ?::timestamptz))
    and exists (select from jsonb_to_recordset(room.bands) as band (opens time) where opens <= ?::time)
    and exists (select from jsonb_to_recordset(room.bands) as band (closes time) where closes >= ?::time)`;
}

/** The stretch with its times of day. Refuses one that is empty or touches two days: no room is let overnight. */
function withinOneDay({ from, to }: TimeSpan): [Date, Date, string, string] {
  if (from < to && japanDay(from) === japanDay(to))
    return [from, to, japanTime(from), japanTime(to)];
  throw refusedInput(
    '"freeBetween" must end later than it begins, on the same day in Japan. Ask for each day on its own.',
    {
      argument: 'freeBetween',
      reason: from < to ? 'NOT_ON_ONE_DAY' : 'END_NOT_AFTER_START',
    },
  );
}
