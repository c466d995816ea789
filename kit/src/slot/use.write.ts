import type { EntityManager } from '@mikro-orm/postgresql';

import { japanDay, japanMoment, japanTime } from '../japan-time.js';
import type { Band, Stretch } from './band.js';
import type { SlotFields } from './slot.fields.js';
import type { RoomStretch } from './slot-id.js';
import { type SlotSource, slotOfRow } from './slot.read.js';
import type { SlotState } from './slot-state.js';

/** A room that is needed for a time, and the record that uses it. */
export interface RoomUse extends RoomStretch {
  readonly usedFor: string;
  readonly purpose: string | null;
}

/** Why rooms cannot be taken. */
export type UseRefused =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'outside'; readonly bands: readonly Band[] }
  | { readonly kind: 'taken'; readonly slot: SlotFields };

interface RoomRow {
  id: string;
  bands: Band[];
}

interface TakenRow {
  room_id: string;
  starts_at: Date | string;
  ends_at: Date | string;
  state: SlotState;
  purpose: string | null;
}

/**
 * Takes rooms for the records that use them, each for the parts of the day that cover its time: all or none, or why
 * not. Within the transaction of a write; whoever wants one of the same rooms meanwhile waits for its end.
 */
export async function takeRooms(
  em: EntityManager,
  source: SlotSource,
  uses: readonly RoomUse[],
): Promise<UseRefused | null> {
  if (uses.length === 0) return null;
  const { covering, refused } = coveringUses(await lockRooms(em, source, uses), uses);
  if (refused) return refused;
  const slot = ownOverlap(covering) ?? (await firstTaken(em, source, { uses: covering }));
  if (slot) return { kind: 'taken', slot };
  await insertUses(em, source, covering);
  return null;
}

/** What one record had of a room: whatever it booked that touches a time. */
export interface FormerUse extends Stretch {
  readonly usedFor: string;
}

/**
 * Takes a room for a record instead of what the record had at another time or elsewhere, which is given back: both or
 * neither, and then why not. What it had does not stand in its own way.
 */
export async function changeRoom(
  em: EntityManager,
  source: SlotSource,
  { from, to }: { readonly from: FormerUse; readonly to: RoomUse },
): Promise<UseRefused | null> {
  const { covering, refused } = coveringUses(await lockRooms(em, source, [to]), [to]);
  if (refused) return refused;
  const slot = await firstTaken(em, source, { uses: covering, from });
  if (slot) return { kind: 'taken', slot };
  await giveBackRoom(em, source, from);
  await insertUses(em, source, covering);
  return null;
}

/** Gives back what a record had of a room at one time. */
export async function giveBackRoom(
  em: EntityManager,
  { holds }: SlotSource,
  { usedFor, startsAt, endsAt }: FormerUse,
): Promise<void> {
  await em.execute(
    `update ${holds} set state = 'RELEASED', released_at = now()
     where used_for = ? and state in ('HELD', 'BOOKED') and tstzrange(starts_at, ends_at) && tstzrange(?, ?)`,
    [usedFor, startsAt, endsAt],
  );
}

/** Gives back what records use and what has not begun. */
export async function giveBackRooms(
  em: EntityManager,
  { holds }: SlotSource,
  { usedFor, now }: { readonly usedFor: readonly string[]; readonly now: Date },
): Promise<void> {
  await em.execute(
    `update ${holds} set state = 'RELEASED', released_at = ?
     where used_for in (select jsonb_array_elements_text(?::jsonb)) and state in ('HELD', 'BOOKED') and starts_at > ?`,
    [now, JSON.stringify(usedFor), now],
  );
}

function coveringUses(
  rooms: ReadonlyMap<string, Band[]>,
  uses: readonly RoomUse[],
): { readonly covering: readonly RoomUse[]; readonly refused?: UseRefused } {
  const covering: RoomUse[] = [];
  for (const use of uses) {
    const bands = rooms.get(use.roomId);
    if (!bands) return { covering, refused: { kind: 'unknown' } };
    const covered = coveringBands(bands, use);
    if (!covered) return { covering, refused: { kind: 'outside', bands } };
    covering.push({ ...use, ...covered });
  }
  return { covering };
}

/** The parts of one day, as one stretch, that cover a time; null where the room is not let for all of it. */
function coveringBands(bands: readonly Band[], { startsAt, endsAt }: Stretch): Stretch | null {
  const day = japanDay(startsAt);
  if (endsAt <= startsAt || japanDay(endsAt) !== day) return null;
  const [from, to] = [japanTime(startsAt), japanTime(endsAt)];
  const opens = bands.findLast((band) => band.opens <= from)?.opens;
  const closes = bands.find((band) => band.closes >= to)?.closes;
  return opens === undefined || closes === undefined
    ? null
    : { startsAt: japanMoment(day, opens), endsAt: japanMoment(day, closes) };
}

function ownOverlap(uses: readonly RoomUse[]): SlotFields | null {
  for (const [at, use] of uses.entries()) {
    const other = uses
      .slice(0, at)
      .find(
        ({ roomId, startsAt, endsAt }) =>
          roomId === use.roomId && startsAt < use.endsAt && use.startsAt < endsAt,
      );
    if (other) {
      const { roomId, startsAt, endsAt, purpose } = other;
      // What this very request asks for is as good as booked.
      const state = 'BOOKED' as SlotState;
      return slotOfRow(roomId, { starts_at: startsAt, ends_at: endsAt, state, purpose });
    }
  }
  return null;
}

async function lockRooms(
  em: EntityManager,
  { rooms }: SlotSource,
  uses: readonly RoomUse[],
): Promise<Map<string, Band[]>> {
  const rows = await em.execute<RoomRow[]>(
    `select id, bands from ${rooms} where id in (select jsonb_array_elements_text(?::jsonb))
     order by id for no key update`,
    [JSON.stringify(uses.map(({ roomId }) => roomId))],
  );
  return new Map(rows.map(({ id, bands }) => [id, bands]));
}

/** Names no record: ids are never empty. */
const nobody = '';

async function firstTaken(
  em: EntityManager,
  { holds }: SlotSource,
  { uses, from }: { readonly uses: readonly RoomUse[]; readonly from?: FormerUse },
): Promise<SlotFields | null> {
  const [row] = await em.execute<TakenRow[]>(
    `select hold.* from jsonb_to_recordset(?::jsonb)
       as asked ("roomId" text, "startsAt" timestamptz, "endsAt" timestamptz)
     join ${holds} hold on hold.room_id = asked."roomId" and hold.state <> 'RELEASED'
       and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(asked."startsAt", asked."endsAt")
       and not (hold.used_for is not distinct from ? and hold.state <> 'CLOSED'
         and tstzrange(hold.starts_at, hold.ends_at) && tstzrange(?, ?))
     order by hold.starts_at limit 1`,
    [JSON.stringify(uses), from?.usedFor ?? nobody, from?.startsAt ?? null, from?.endsAt ?? null],
  );
  return row ? slotOfRow(row.room_id, row) : null;
}

async function insertUses(
  em: EntityManager,
  { holds }: SlotSource,
  uses: readonly RoomUse[],
): Promise<void> {
  await em.execute(
    `insert into ${holds} (room_id, starts_at, ends_at, state, purpose, used_for)
     select "roomId", "startsAt", "endsAt", 'BOOKED', purpose, "usedFor" from jsonb_to_recordset(?::jsonb)
       as asked ("roomId" text, "startsAt" timestamptz, "endsAt" timestamptz, purpose text, "usedFor" text)`,
    [JSON.stringify(uses)],
  );
}
