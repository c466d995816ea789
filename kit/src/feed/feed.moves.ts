/**
 * SQL by which a database counts its commits: `feed_state.moved` grows with every one that changed anything a
 * question could see, followed table or not, by whatever program. `feed_cover()` gives this to every table that lacks
 * it; what only keeps books (the feed's own tables, deliveries on their way in) is left out.
 */
export const feedMoves: readonly string[] = [
  `alter table feed_state add column moved bigint not null default 0`,
  `create or replace function feed_number() returns trigger language plpgsql as $$
    declare
      many bigint;
      top bigint;
    begin
      select count(*) into many from feed_pending where tx = new.tx;
      update feed_state set last = last + many, moved = moved + 1 returning last into top;
      insert into feed_change (kind, id, seq, modified)
        select kind, id, top - many + row_number() over (order by kind, id), clock_timestamp()
        from feed_pending where tx = new.tx
        on conflict (kind, id) do update set seq = excluded.seq, modified = excluded.modified;
      delete from feed_pending where tx = new.tx;
      delete from feed_commit where tx = new.tx;
      perform pg_notify('feed', top::text);
      return null;
    end $$`,
  `create function feed_moved() returns trigger language plpgsql as $$
    begin
      if exists (select from changed) then
        insert into feed_commit (tx) values (pg_current_xact_id()) on conflict do nothing;
      end if;
      return null;
    end $$`,
  `create function feed_emptied() returns trigger language plpgsql as $$
    begin
      insert into feed_commit (tx) values (pg_current_xact_id()) on conflict do nothing;
      return null;
    end $$`,
  `create function feed_cover() returns void language plpgsql as $$
    declare
      uncovered regclass;
    begin
      perform pg_advisory_xact_lock(hashtext('feed_cover'));
      for uncovered in
        select oid from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
          and relname !~ '^(feed_(state|change|pending|commit|cursor)|delivery|delivery_(decision|row|undo)|mikro_orm_migrations)$'
          and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'feed_emptied')
      loop
        execute format('create trigger feed_moved_insert after insert on %s
          referencing new table as changed for each statement execute function feed_moved()', uncovered);
        execute format('create trigger feed_moved_update after update on %s
          referencing new table as changed for each statement execute function feed_moved()', uncovered);
        execute format('create trigger feed_moved_delete after delete on %s
          referencing old table as changed for each statement execute function feed_moved()', uncovered);
        execute format('create trigger feed_emptied after truncate on %s
          for each statement execute function feed_emptied()', uncovered);
        insert into feed_commit (tx) values (pg_current_xact_id()) on conflict do nothing;
      end loop;
    end $$`,
];

/** SQL that covers the tables made since; a transaction that makes or swaps in a table ends with it. */
export const coverTables = `select feed_cover()`;

/** SQL that answers in one word (`head`) where the database stands: another word, other data. */
export const feedHead = `select epoch || '.' || moved as head from feed_state`;
