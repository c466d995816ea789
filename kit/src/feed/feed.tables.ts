/**
 * SQL that gives a database its change feed. Whatever changes a followed table, by whatever program, leaves its
 * keys in `feed_pending`; one deferred trigger per transaction then numbers them from the counter row, the last
 * lock that the transaction takes. So the order of numbers is the order of commits, and none is ever skipped.
 */
export const feedTables: readonly string[] = [
  `create table feed_state (
    one boolean primary key default true check (one),
    epoch uuid not null default gen_random_uuid(),
    last bigint not null default 0
  )`,
  `insert into feed_state default values`,
  `create table feed_change (
    kind text not null,
    id text not null,
    seq bigint not null,
    modified timestamptz not null,
    primary key (kind, id)
  )`,
  `create unique index feed_change_seq on feed_change (seq)`,
  `create table feed_pending (
    tx xid8 not null,
    kind text not null,
    id text not null,
    primary key (tx, kind, id)
  )`,
  `create table feed_commit (tx xid8 primary key)`,
  `create function feed_touch() returns trigger language plpgsql as $$
    begin
      execute format(
        'insert into feed_pending (tx, kind, id)
         select distinct pg_current_xact_id(), %L, %I::text from changed where %I is not null
         on conflict do nothing',
        tg_argv[0], tg_argv[1], tg_argv[1]);
      insert into feed_commit (tx)
        select pg_current_xact_id() where exists (select from feed_pending where tx = pg_current_xact_id())
        on conflict do nothing;
      return null;
    end $$`,
  `create function feed_number() returns trigger language plpgsql as $$
    declare
      many bigint;
      top bigint;
    begin
      select count(*) into many from feed_pending where tx = new.tx;
      update feed_state set last = last + many returning last into top;
      insert into feed_change (kind, id, seq, modified)
        select kind, id, top - many + row_number() over (order by kind, id), clock_timestamp()
        from feed_pending where tx = new.tx
        on conflict (kind, id) do update set seq = excluded.seq, modified = excluded.modified;
      delete from feed_pending where tx = new.tx;
      delete from feed_commit where tx = new.tx;
      perform pg_notify('feed', top::text);
      return null;
    end $$`,
  `create constraint trigger feed_number after insert on feed_commit
    deferrable initially deferred for each row execute function feed_number()`,
];

/** SQL that makes a table's changes changes of the record `kind` whose key stands in `column`. */
export function followed(table: string, kind: string, column = 'id'): readonly string[] {
  const word = kind.replaceAll(/\W/g, '_');
  const trigger = (event: 'insert' | 'update' | 'delete', rows: 'new' | 'old', name: string) =>
    `create trigger feed_${word}_${name} after ${event} on ${table}
      referencing ${rows} table as changed
      for each statement execute function feed_touch('${kind}', '${column}')`;
  return [
    trigger('insert', 'new', 'insert'),
    trigger('update', 'new', 'update'),
    trigger('update', 'old', 'leave'),
    trigger('delete', 'old', 'delete'),
  ];
}

/** SQL that follows a table which may hold rows already: those are told too, once. */
export function followedFromNow(table: string, kind: string, column = 'id'): readonly string[] {
  return [
    ...followed(table, kind, column),
    `insert into feed_pending (tx, kind, id)
      select distinct pg_current_xact_id(), '${kind}', ${column}::text from ${table} on conflict do nothing`,
    `insert into feed_commit (tx)
      select pg_current_xact_id() where exists (select from feed_pending where tx = pg_current_xact_id())
      on conflict do nothing`,
  ];
}

/** SQL after which followers read everything again, for a database that was brought back from a backup. */
export const newFeedEpoch = `update feed_state set epoch = gen_random_uuid()`;
