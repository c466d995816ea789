import { createHash } from 'node:crypto';

import type { EntityManager } from '@mikro-orm/postgresql';

import { Problem } from '../problem.js';
import { refusedInput } from '../refused-input.js';
import type { HoldInput } from './hold.input.js';
import type { SlotFields } from './slot.fields.js';
import { type RoomStretch, slotId } from './slot-id.js';
import { type SlotSource, slotOfRow, takenSql } from './slot.read.js';
import { SlotState } from './slot-state.js';

/** The slot is held. */
export interface Held {
  readonly kind: 'held';
  readonly holdId: string;
  readonly slot: SlotFields;
}

/** Something stands there. */
export interface Taken {
  readonly kind: 'taken';
  readonly slot: SlotFields;
}

interface HoldRow {
  id: string;
  room_id: string;
  starts_at: Date | string;
  ends_at: Date | string;
  state: SlotState | 'RELEASED';
  purpose: string | null;
}

/**
 * What an earlier request with the same key was answered; null when there was none. Refuses a key that was used
 * for something else, or whose hold was given back since.
 */
export async function heldBefore(
  em: EntityManager,
  { holds }: SlotSource,
  input: HoldInput,
): Promise<Held | null> {
  const [row] = await em.execute<HoldRow[]>(`select * from ${holds} where request_digest = ?`, [
    digest(input.idempotencyKey),
  ]);
  if (!row) return null;
  if (!isSame(row, input)) {
    throw refusedInput(
      'This "idempotencyKey" was used for another room or time. Send a new UUID with each new request.',
      { argument: 'idempotencyKey', reason: 'USED_BEFORE' },
    );
  }
  if (row.state === 'RELEASED') {
    throw new Problem(
      'CONFLICT',
      'This request was carried out before, and what it held was released since. To hold it again, send a new "idempotencyKey".',
    );
  }
  return {
    kind: 'held',
    holdId: row.id,
    slot: slotOfRow(row.room_id, { ...row, state: row.state }),
  };
}

/**
 * Holds a stretch of a room's time unless something stands there; null when there is no such room. Of many who ask
 * at once exactly one holds it: the table's exclusion constraint decides. The same key again gives the same answer
 * and holds nothing more.
 */
export async function hold(
  em: EntityManager,
  source: SlotSource,
  input: HoldInput,
): Promise<Held | Taken | null> {
  // What was in the way may be gone when we look at it; then the next attempt finds the time free.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await insertHold(em, source, input);
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const answer = (await heldBefore(em, source, input)) ?? (await inTheWay(em, source, input));
    if (answer) return answer;
  }
  throw new Problem(
    'UNAVAILABLE',
    'Others took and released this slot while it was being held. Try again.',
  );
}

/** Gives back what is held under an id, once or again: the id of its slot; null when nothing is held under it. */
export async function release(
  em: EntityManager,
  { holds }: SlotSource,
  holdId: string,
): Promise<string | null> {
  const [row] = await em.execute<HoldRow[]>(
    `update ${holds} set state = 'RELEASED', released_at = coalesce(released_at, now())
     where id = ? and state <> 'CLOSED' returning *`,
    [holdId],
  );
  if (!row) return null;
  return slotId({
    roomId: row.room_id,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
  });
}

function insertHold(
  em: EntityManager,
  { holds, rooms }: SlotSource,
  input: HoldInput,
): Promise<Held | null> {
  return em.transactional(async (tx): Promise<Held | null> => {
    // Two inserts that overlap would wait for each other until the server ends one as a deadlock; the room's row
    // makes them take turns, and the constraint still judges whoever writes without it.
    const [room] = await tx.execute<{ id: string }[]>(
      `select id from ${rooms} where id = ? for no key update`,
      [input.roomId],
    );
    if (!room) return null;
    const [row] = await tx.execute<[HoldRow]>(
      `insert into ${holds} (room_id, starts_at, ends_at, state, purpose, group_id, request_digest)
       values (?, ?, ?, 'HELD', ?, ?, ?) returning *`,
      [
        input.roomId,
        input.startsAt,
        input.endsAt,
        input.purpose ?? null,
        input.groupId ?? null,
        digest(input.idempotencyKey),
      ],
    );
    return {
      kind: 'held',
      holdId: row.id,
      slot: slotOfRow(row.room_id, { ...row, state: SlotState.HELD }),
    };
  });
}

async function inTheWay(
  em: EntityManager,
  source: SlotSource,
  { roomId, startsAt, endsAt }: RoomStretch,
): Promise<Taken | null> {
  const [row] = await em.execute<(HoldRow & { state: SlotState })[]>(
    `select taken.* from (select ?::text as room, ?::timestamptz as starts, ?::timestamptz as ends) asked
     cross join lateral (${takenSql(source, 'asked.starts', 'asked.ends')} limit 1) taken`,
    [roomId, startsAt, endsAt],
  );
  return row ? { kind: 'taken', slot: slotOfRow(row.room_id, row) } : null;
}

/** Exclusion violation: something overlaps. Unique violation: a request with the same key was quicker. */
function isConflict(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '23P01' || code === '23505';
}

function isSame(row: HoldRow, { roomId, startsAt, endsAt }: RoomStretch): boolean {
  return (
    row.room_id === roomId &&
    new Date(row.starts_at).getTime() === startsAt.getTime() &&
    new Date(row.ends_at).getTime() === endsAt.getTime()
  );
}

/** Kept instead of the key, so that whoever reads the table cannot repeat the request. */
function digest(key: string): string {
  return createHash('sha256').update(key.toLowerCase()).digest('hex');
}
