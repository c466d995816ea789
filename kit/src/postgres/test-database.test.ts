import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { testCluster } from './test-cluster.js';
import { testDatabase } from './test-database.js';
import type { Template } from './test-database.js';

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function counted(content: string): Template & { times: number } {
  const template = {
    name: 'a shelf',
    content,
    times: 0,
    prepare: async (url: string): Promise<void> => {
      template.times += 1;
      await ask(url, 'create extension pg_trgm');
      await ask(url, 'create table book (id int primary key)');
    },
  };
  return template;
}

test('every database is a copy of its template and alters no other', async () => {
  const template = counted(`one ${Math.random()}`);

  const databases = await Promise.all([1, 2, 3, 4].map(() => testDatabase({ template })));
  await ask(databases[0]!.url, 'insert into book values (1)');

  expect(template.times).toBe(1);
  expect(await ask(databases[0]!.url, 'select * from book')).toEqual([{ id: 1 }]);
  expect(await ask(databases[1]!.url, 'select * from book')).toEqual([]);
  await Promise.all(databases.map((database) => database.drop()));
});

test('a template may be a copy of another, prepared further', async () => {
  const from = counted(`from ${Math.random()}`);
  const template: Template = {
    name: 'a filled shelf',
    content: from.content,
    from,
    prepare: async (url) => {
      await ask(url, 'insert into book values (7)');
    },
  };

  const [filled, empty] = [
    await testDatabase({ template }),
    await testDatabase({ template: from }),
  ];
  onTestFinished(async () => {
    await filled.drop();
    await empty.drop();
  });

  expect(await ask(filled.url, 'select * from book')).toEqual([{ id: 7 }]);
  expect(await ask(empty.url, 'select * from book')).toEqual([]);
  expect(from.times).toBe(1);
});

test('a dropped database is gone even while somebody is connected', async () => {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();

  await database.drop();

  await expect(ask(database.url, 'select 1')).rejects.toThrow('does not exist');
  await client.end();
});

test('the role of a test may not do what the role of a service may not', async () => {
  const database = await testDatabase();

  const [row] = await ask(
    database.url,
    'select rolsuper, rolcreatedb from pg_roles where rolname = current_user',
  );

  expect(row).toEqual({ rolsuper: false, rolcreatedb: false });
  await database.drop();
});

test('databases of tests that died are swept', async () => {
  const cluster = await testCluster();
  await cluster.ensureDatabase('test_99999999_1_dead');

  // Whoever makes a database while another process sweeps leaves the sweeping to it.
  await vi.waitFor(
    async () => {
      vi.resetModules();
      const again = await import('./test-database.js');
      await (await again.testDatabase()).drop();
      const left = await ask(
        cluster.superuserUrl,
        "select from pg_database where datname ~ '_dead$'",
      );
      expect(left).toEqual([]);
    },
    { timeout: 20_000, interval: 200 },
  );
}, 30_000);

test('Japanese text has trigrams', async () => {
  const database = await testDatabase({ template: counted('the same shelf in every run') });

  const [row] = await ask(database.url, "select cardinality(show_trgm('図書館')) as count");

  expect(row).toEqual({ count: 4 });
  await database.drop();
});
