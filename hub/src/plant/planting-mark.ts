import { onConnection } from '../database/on-connection.js';

/** What a database was planted with. */
export interface PlantingMark {
  /** `empty` where a real city began, without a sample. */
  readonly content: 'empty' | 'sample';
  /** The day in Japan for which it was planted, YYYY-MM-DD. */
  readonly day: string;
  /** Tells whether what is planted changed since. */
  readonly digest: string;
}

/** SQL for the place of the mark: one row, in a table that no service knows. */
export const markTable = `create table if not exists planting (
  one boolean primary key default true check (one),
  content text not null check (content in ('empty', 'sample')),
  day text not null,
  digest text not null
)`;

/** SQL that makes content, day and digest the mark. */
export const writeMark = `insert into planting (content, day, digest) values (?, ?, ?)
  on conflict (one) do update set content = excluded.content, day = excluded.day, digest = excluded.digest`;

/** The mark of a database; null where nothing was planted yet. One short connection, no migration. */
export const readMark = (url: string): Promise<PlantingMark | null> =>
  onConnection(url, async (client) => {
    const { rows: tables } = await client.query(`select where to_regclass('planting') is not null`);
    if (tables.length === 0) return null;
    const { rows } = await client.query<PlantingMark>('select content, day, digest from planting');
    return rows[0] ?? null;
  });

/** The name of a table that holds rows in a database that nobody planted; undefined where there is none. */
export const filledTable = (url: string): Promise<string | undefined> =>
  onConnection(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE'
         and table_name !~ '^(feed_|mikro_orm_|planting$)'`,
    );
    for (const { name } of tables) {
      const { rows } = await client.query(`select from ${name} limit 1`);
      if (rows.length > 0) return name;
    }
    return undefined;
  });
