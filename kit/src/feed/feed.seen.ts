/**
 * SQL by which a feed numbers a second time what anybody may see: `feed_change.seen` is a record's number among the
 * changes that make a difference to whoever has no permission, `feed_state.seen` the last of them. Followers read by
 * `seq`, which knows every change; subscribers are told by `seen`, so that nobody counts what nobody is told.
 */
export const feedSeen: readonly string[] = [
  `alter table feed_state add column seen bigint not null default 0`,
  `update feed_state set seen = last`,
  `alter table feed_change add column seen bigint, add column seen_at timestamptz`,
  `update feed_change set seen = seq, seen_at = modified`,
  `create unique index feed_change_seen on feed_change (seen)`,
  `alter table feed_pending add column seen boolean not null default true`,
  `alter table if exists feed_cursor add column if not exists seen text`,
  `create or replace function feed_touch() returns trigger language plpgsql as $$
    begin
      execute format(
        'insert into feed_pending (tx, kind, id, seen)
         select distinct pg_current_xact_id(), %L, %I::text, %L::boolean from changed where %I is not null
         on conflict (tx, kind, id) do update set seen = feed_pending.seen or excluded.seen',
        tg_argv[0], tg_argv[1], tg_argv[2] is distinct from 'unseen', tg_argv[1]);
      insert into feed_commit (tx)
        select pg_current_xact_id() where exists (select from feed_pending where tx = pg_current_xact_id())
        on conflict do nothing;
      return null;
    end $$`,
  `create or replace function feed_number() returns trigger language plpgsql as $$
    declare
      many bigint;
      shown bigint;
      top bigint;
      top_seen bigint;
    begin
      select count(*), count(*) filter (where seen) into many, shown from feed_pending where tx = new.tx;
      update feed_state set last = last + many, seen = seen + shown, moved = moved + 1
        returning last, seen into top, top_seen;
      insert into feed_change (kind, id, seq, modified, seen, seen_at)
        select kind, id, top - many + row_number() over (order by kind, id), clock_timestamp(),
          case when seen then top_seen - shown + row_number() over (partition by seen order by kind, id) end,
          case when seen then clock_timestamp() end
        from feed_pending where tx = new.tx
        on conflict (kind, id) do update set seq = excluded.seq, modified = excluded.modified,
          seen = coalesce(excluded.seen, feed_change.seen),
          seen_at = coalesce(excluded.seen_at, feed_change.seen_at);
      delete from feed_pending where tx = new.tx;
      delete from feed_commit where tx = new.tx;
      perform pg_notify('feed', top::text);
      return null;
    end $$`,
];

/** What nobody without a permission sees of a table whose changes are changes of the record `kind`. */
export interface Unseen {
  readonly table: string;
  readonly kind: string;
  /** Column in which the key of the record stands; `id` unless said. */
  readonly column?: string;
  /** Columns that make no difference to anybody. */
  readonly columns: readonly string[];
  /** SQL of a JSON object of what is seen of those columns all the same, of a row called `it`. */
  readonly shown?: string;
}

/**
 * SQL after which a change of rows of a followed table is seen only where something differs beside these columns. It
 * takes the place of what `followed` made; the key of the table is `id`.
 */
export function unseenColumns({ table, kind, column = 'id', columns, shown }: Unseen): string[] {
  const word = kind.replaceAll(/\W/g, '_');
  const told = `to_jsonb(it) - array['${columns.join("', '")}']${shown ? ` || ${shown}` : ''}`;
  return [
    touchSeen,
    ...['update', 'leave'].map((name) => `drop trigger feed_${word}_${name} on ${table}`),
    `create trigger feed_${word}_update after update on ${table}
      referencing old table as former new table as changed
      for each statement execute function feed_touch_seen('${kind}', '${column}', ${literal(told)})`,
  ];
}

/** SQL after which no change of a kind of record is seen: all of it is for those with a permission. */
export function unseenKind(table: string, kind: string): string[] {
  const word = kind.replaceAll(/\W/g, '_');
  const trigger = (event: 'insert' | 'update' | 'delete', rows: 'new' | 'old', name: string) => [
    `drop trigger feed_${word}_${name} on ${table}`,
    `create trigger feed_${word}_${name} after ${event} on ${table}
      referencing ${rows} table as changed
      for each statement execute function feed_touch('${kind}', 'id', 'unseen')`,
  ];
  return [
    ...trigger('insert', 'new', 'insert'),
    ...trigger('update', 'new', 'update'),
    ...trigger('update', 'old', 'leave'),
    ...trigger('delete', 'old', 'delete'),
  ];
}

/** Notes what an update touched, and whether anybody sees a difference; a row that lost its key has one. */
const touchSeen = `create or replace function feed_touch_seen() returns trigger language plpgsql as $$
  begin
    execute format(
      'insert into feed_pending (tx, kind, id, seen)
       select pg_current_xact_id(), %1$L, touched.id, bool_or(touched.seen)
       from former full join changed on changed.id = former.id
       cross join lateral (select (select %3$s from (select former.*) it)
         is distinct from (select %3$s from (select changed.*) it) as seen) told
       cross join lateral (values (former.%2$I::text, told.seen), (changed.%2$I::text, told.seen)) as touched (id, seen)
       where touched.id is not null group by touched.id
       on conflict (tx, kind, id) do update set seen = feed_pending.seen or excluded.seen',
      tg_argv[0], tg_argv[1], tg_argv[2]);
    insert into feed_commit (tx)
      select pg_current_xact_id() where exists (select from feed_pending where tx = pg_current_xact_id())
      on conflict do nothing;
    return null;
  end $$`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
