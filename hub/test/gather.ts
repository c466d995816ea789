import { testDatabase } from '@manabi/kit/postgres/test-database';
import { Client } from 'pg';

import { departments } from '../src/city/departments.js';
import { accessViews } from './proof/access-view.js';
import { offerViews } from './proof/offer-view.js';
import type { TestCity } from './open-test-city.js';

/** Copies of the tables of all six databases in one, a schema for each service. */
export interface Gathered {
  /** The one value of the one row that a statement over all six gives. */
  value(text: string, values?: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Tables that no expected answer may rest on: they are made from the others, or keep books. */
const derived =
  '^(feed_|mikro_orm|delivery($|_row|_undo|_decision)|planting|opportunity_|record_fact|index_|calendar_count|childcare_offer|measure_match)';

/** Moments as the graph writes them. */
const iso = `create function iso(moment timestamptz) returns text language sql stable as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`;

/** A stored value reduced to the words asked for; null where there is none. */
const pick = `create function pick(value jsonb, variadic words text[]) returns jsonb language sql stable as $$
  select case when value is null or value = 'null' then null
    else (select jsonb_object_agg(word, value -> word) from unnest(words) word) end $$`;

/** Gathers the six databases, so that one statement can say what an answer over departments must be. */
export async function gather(city: TestCity): Promise<Gathered> {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (const statement of [iso, pick]) await client.query(statement);
  for (const { name } of departments) await copyTables(client, city, name);
  for (const statement of [...offerViews, ...accessViews]) await client.query(statement);
  return {
    value: async (text, values) => {
      const { rows } = await client.query<Record<string, unknown>>(text, values);
      return Object.values(rows[0] ?? {})[0];
    },
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

async function copyTables(client: Client, city: TestCity, service: string): Promise<void> {
  await client.query(`create schema ${service}`);
  const tables = await city.sql<{ name: string; columns: string }>(
    service,
    `select c.relname as name, string_agg(quote_ident(a.attname) || ' '
       || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ $1
       and a.attnum > 0 and not a.attisdropped
     group by c.relname`,
    [derived],
  );
  for (const { name, columns } of tables) {
    const [kept] = await city.sql<{ rows: string }>(
      service,
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${name} t`,
    );
    await client.query(`create table ${service}.${name} (${columns})`);
    await client.query(
      `insert into ${service}.${name}
       select * from jsonb_populate_recordset(null::${service}.${name}, $1::jsonb)`,
      [kept?.rows ?? '[]'],
    );
  }
}
