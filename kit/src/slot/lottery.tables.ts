import { followed } from '../feed/feed.tables.js';

/** The kind of record as which a feed tells announced lotteries. */
export const lotteryKind = 'lottery-window';

/**
 * SQL for the tables of announced lotteries and of past odds. A lottery is told anew when it changes, when its room
 * does, and when odds of its room become known: those are part of what followers are told.
 */
export function lotteryTables(rooms: string): readonly string[] {
  return [
    ...keptTables(rooms),
    ...followed('lottery_round', lotteryKind),
    `create function lottery_retell() returns trigger language plpgsql as $$
      begin
        execute format('update lottery_round set id = id where room_id in (select %I from changed)', tg_argv[0]);
        return null;
      end $$`,
    ...retold('lottery_odds', 'room_id'),
    `create trigger lottery_room_update after update on ${rooms} referencing new table as changed
      for each statement execute function lottery_retell('id')`,
  ];
}

function keptTables(rooms: string): readonly string[] {
  return [
    `create table lottery_round (
      id text primary key,
      room_id text not null references ${rooms} (id) on delete cascade,
      month text not null check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at >= opens_at),
      draw_at timestamptz not null,
      confirm_from timestamptz not null,
      confirm_by timestamptz not null check (confirm_by >= confirm_from),
      first_come_from timestamptz not null,
      provenance jsonb not null,
      unique (room_id, month)
    )`,
    `create index lottery_round_room on lottery_round (room_id, closes_at)`,
    `create table lottery_odds (
      id text primary key,
      room_id text not null references ${rooms} (id) on delete cascade,
      month text not null check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
      opens text not null,
      closes text not null,
      applied integer not null check (applied >= 0),
      won integer not null check (won between 0 and applied),
      provenance jsonb not null,
      withdrawn_at timestamptz,
      source_key text unique,
      source_hash text
    )`,
    `create index lottery_odds_room on lottery_odds (room_id, month)`,
  ];
}

function retold(table: string, column: string): readonly string[] {
  const trigger = (event: string, rows: 'new' | 'old') =>
    `create trigger lottery_${table}_${event} after ${event} on ${table} referencing ${rows} table as changed
      for each statement execute function lottery_retell('${column}')`;
  return [trigger('insert', 'new'), trigger('update', 'new'), trigger('delete', 'old')];
}
