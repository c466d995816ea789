import { unseenColumns } from '../feed/feed.seen.js';
import { followed } from '../feed/feed.tables.js';

/**
 * SQL for the table of what is taken of rooms: stretches of one room that are not released never overlap, whoever
 * writes them. Who holds one is not kept, at most the group.
 */
export function holdTable(table: string, rooms: string): readonly string[] {
  return [
    'create extension if not exists btree_gist',
    `create table ${table} (
      id text primary key default gen_random_uuid()::text,
      room_id text not null references ${rooms} (id),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      state text not null check (state in ('HELD', 'BOOKED', 'CLOSED', 'RELEASED')),
      purpose text,
      group_id text,
      request_digest text unique,
      created_at timestamptz not null default now(),
      released_at timestamptz,
      sample boolean not null default false,
      constraint ${table}_overlap
        exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
        where (state <> 'RELEASED')
    )`,
    `create index ${table}_room on ${table} (room_id, starts_at) where state <> 'RELEASED'`,
  ];
}

/**
 * SQL by which what is taken of rooms, and given back, is told as changes of slots, the records of `kind`. The feed
 * holds the id of the slot, which tells where and when: whoever knew the id of a hold could give it back.
 */
export function slotFeed(table: string, kind: string): readonly string[] {
  return [
    // The same as `slotId`; declared immutable although to_json is not, for it is of text.
    `create or replace function slot_key(room text, starts timestamptz, ends timestamptz)
      returns text language sql immutable as $$
        select translate(encode(convert_to('[' || to_json(room)::text
          || ',' || extract(epoch from starts)::bigint || ',' || extract(epoch from ends)::bigint || ']',
          'UTF8'), 'base64'), E'+/=\\n', '-_')
      $$`,
    `alter table ${table} add column slot_id text
      generated always as (slot_key(room_id, starts_at, ends_at)) stored`,
    ...followed(table, kind, 'slot_id'),
  ];
}

/** SQL for the column that says for which record of the department a room is taken. */
export function usedForColumn(table: string): readonly string[] {
  return [
    `alter table ${table} add column used_for text`,
    `create index ${table}_used_for on ${table} (used_for) where state <> 'RELEASED'`,
  ];
}

/** SQL after which a change of what is taken is seen only where a slot is told otherwise: who has it, and what for, is not. */
export const unseenHolders = (table: string, kind: string): readonly string[] =>
  unseenColumns({
    table,
    kind,
    column: 'slot_id',
    columns: [
      'purpose',
      'group_id',
      'used_for',
      'request_digest',
      'created_at',
      'released_at',
      'withdrawn_at',
      'sample',
      'source_key',
      'source_hash',
    ],
  });
