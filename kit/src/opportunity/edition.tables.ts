/** What may change of an opportunity without a new edition: counts of applicants, and what only says since when it holds. */
const uncounted = `array['edition', 'changed_at', 'taken', 'waiting', 'provenance', 'source_hash']`;

/**
 * SQL that counts the editions of a table of opportunities: whatever changes what is told of one, by whatever program,
 * is a new edition. The number never becomes smaller, also where an import is undone.
 */
export function editionColumns(table: string): readonly string[] {
  return [
    `alter table ${table} add column edition integer not null default 0, add column changed_at timestamptz`,
    `create function ${table}_edition() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new) - ${uncounted} is distinct from to_jsonb(old) - ${uncounted}
          or new.edition > old.edition then
          new.edition := greatest(new.edition, old.edition + 1);
          new.changed_at := now();
        else
          new.edition := old.edition;
          new.changed_at := old.changed_at;
        end if;
        return new;
      end $$`,
    `create trigger ${table}_edition before update on ${table}
      for each row execute function ${table}_edition()`,
  ];
}

/** SQL after which a change of a row that belongs to an opportunity is a new edition of it; new rows alone are none. */
export function editionOfParent(table: string, parent: string, column: string): readonly string[] {
  const trigger = (event: 'update' | 'delete') =>
    `create trigger ${table}_edition_${event} after ${event} on ${table}
      referencing old table as changed
      for each statement execute function ${table}_edition()`;
  return [
    `create function ${table}_edition() returns trigger language plpgsql as $$
      begin
        update ${parent} set edition = edition + 1 where id in (select ${column} from changed);
        return null;
      end $$`,
    trigger('update'),
    trigger('delete'),
  ];
}
