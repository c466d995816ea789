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

/** SQL for the column that says for which record of the department a room is taken. */
export function usedForColumn(table: string): readonly string[] {
  return [
    `alter table ${table} add column used_for text`,
    `create index ${table}_used_for on ${table} (used_for) where state <> 'RELEASED'`,
  ];
}
