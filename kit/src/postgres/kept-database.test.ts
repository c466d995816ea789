import { Client } from 'pg';
import { beforeEach, expect, test } from 'vitest';

import { keptDatabase } from './kept-database.js';
import type { Template } from './test-database.js';

async function ask(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const statements = [
  `create table shelf (
    id int generated always as identity primary key, name text unique, label text generated always as ('Shelf ' || name)
  )`,
  `insert into shelf (name) values ('maps'), ('music')`,
  'create table book (id int generated always as identity primary key, shelf int references shelf)',
  'create table told (what text)',
  `create function tell() returns trigger language plpgsql as $$
    begin insert into told values (tg_table_name); return null; end $$`,
  'create trigger tell after insert on shelf for each statement execute function tell()',
];

let template: Template;

beforeEach(() => {
  template = {
    name: 'kept',
    content: [expect.getState().currentTestName, ...statements].join('\n'),
    prepare: async (url) => {
      await ask(url, ...statements);
    },
  };
});

const shelves = 'select id, name, label from shelf order by id';
const first = [
  { id: 1, name: 'maps', label: 'Shelf maps' },
  { id: 2, name: 'music', label: 'Shelf music' },
];

test('a database that was given back is given again as it began', async () => {
  const database = await keptDatabase(template);
  await ask(
    database.url,
    'delete from shelf where id = 1',
    "insert into shelf (name) values ('art')",
    'insert into book (shelf) values (2), (2)',
  );
  await database.drop();

  const again = await keptDatabase(template);

  expect(again.url).toBe(database.url);
  expect(await ask(again.url, shelves)).toEqual(first);
  expect(await ask(again.url, 'select id from book union all select 0 from told')).toEqual([]);
  expect(await ask(again.url, 'insert into book (shelf) values (1) returning id')).toEqual([
    { id: 1 },
  ]);
  expect(await ask(again.url, "insert into shelf (name) values ('art') returning id")).toEqual([
    { id: 3 },
  ]);
  await again.drop();
});

test('rows that came and went leave no numbers used', async () => {
  const database = await keptDatabase(template);
  await ask(database.url, 'insert into book (shelf) values (2)', 'delete from book');
  await database.drop();

  const again = await keptDatabase(template);

  expect(await ask(again.url, 'insert into book (shelf) values (1) returning id')).toEqual([
    { id: 1 },
  ]);
  expect(await ask(again.url, shelves)).toEqual(first);
  await again.drop();
});

test('two who have one at a time have two', async () => {
  const [one, other] = await Promise.all([keptDatabase(template), keptDatabase(template)]);

  expect(one.url).not.toBe(other.url);
  await Promise.all([one.drop(), other.drop()]);
});

test.each([
  'alter table book add column title text',
  'create index book_shelf on book (shelf)',
  'alter table shelf disable trigger tell',
  'create or replace function tell() returns trigger language plpgsql as $$ begin return null; end $$',
  'drop table book',
])('a database is not given again after "%s"', async (statement) => {
  const database = await keptDatabase(template);
  await ask(database.url, statement);
  await database.drop();

  const again = await keptDatabase(template);

  expect(again.url).not.toBe(database.url);
  await expect(ask(database.url, 'select 1')).rejects.toThrow('does not exist');
  await again.drop();
});

test('a connection that somebody left open is ended, whatever it holds', async () => {
  const database = await keptDatabase(template);
  const left = new Client({ connectionString: database.url });
  const ended = new Promise((resolve) => left.on('error', resolve));
  await left.connect();
  await left.query('begin; insert into book (shelf) values (2); lock table shelf');

  await database.drop();

  expect(await ended).toMatchObject({ code: '57P01' });
  const again = await keptDatabase(template);
  expect(await ask(again.url, 'select from book')).toEqual([]);
  await again.drop();
});
