/** SQL for the columns by which a table's rows are known again in the next file of a department. */
export const deliveredColumns = (table: string): string => `alter table ${table}
  add column if not exists withdrawn_at timestamptz,
  add column if not exists source_key text unique,
  add column if not exists source_hash text`;

/**
 * SQL by which rooms, what is taken of them, their regular uses and their lotteries can come as files. What a file of
 * taken times no longer holds is given back: such a row is released, as one that somebody gave back is.
 */
export function deliveredRoomTables(rooms: string, holds: string): readonly string[] {
  return [
    ...[rooms, holds, 'regular_use', 'lottery_round'].map(deliveredColumns),
    `create function hold_withdrawn() returns trigger language plpgsql as $$
      begin
        if new.withdrawn_at is not null then
          new.state := 'RELEASED';
          new.released_at := coalesce(new.released_at, new.withdrawn_at);
        elsif old.withdrawn_at is not null then
          new.released_at := null;
        end if;
        return new;
      end $$`,
    `create trigger hold_withdrawn before update of withdrawn_at on ${holds}
      for each row execute function hold_withdrawn()`,
  ];
}
