import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { expect, onTestFinished, test } from 'vitest';

import { closeDatabase, migrationStep, openDatabase } from './database.js';
import { feedTables } from './feed/feed.tables.js';
import { asSuperuser } from './postgres/administer.js';
import { testDatabase } from './postgres/test-database.js';

@Entity()
class Word {
  @PrimaryKey({ type: 'string' }) word!: string;
}

async function aDatabase(word: string) {
  const database = await testDatabase();
  const step = migrationStep('m1-word', [
    'create table word (word text)',
    `insert into word values ('${word}')`,
  ]);
  const orm = await openDatabase({ url: database.url, entities: [Word], migrations: [step] });
  onTestFinished(async () => {
    await orm.close(true);
    await database.drop();
  });
  return orm;
}

test('what is asked of one database within a transaction on another is asked of that one', async () => {
  const [here, there] = [await aDatabase('here'), await aDatabase('there')];

  const words = await here.em
    .fork()
    .transactional(async (tx) => [
      ...(await tx.execute<object[]>('select word from word')),
      ...(await there.em.fork().execute<object[]>('select word from word')),
      ...(await there.em.fork().getConnection().execute<object[]>('select word from word')),
    ]);

  expect(words).toEqual([{ word: 'here' }, { word: 'there' }, { word: 'there' }]);
});

test('a transaction on one database within one on another keeps what it wrote', async () => {
  const [here, there] = [await aDatabase('here'), await aDatabase('there')];

  await here.em.fork().transactional(async (outer) => {
    await outer.execute(`insert into word values ('outer')`);
    await there.em.fork().transactional(async (inner) => {
      await inner.execute(`insert into word values ('inner')`);
    });
  });

  const read = 'select word from word order by word';
  expect(await here.em.fork().execute(read)).toEqual([{ word: 'here' }, { word: 'outer' }]);
  expect(await there.em.fork().execute(read)).toEqual([{ word: 'inner' }, { word: 'there' }]);
});

test('a new database that several open at the same moment is brought to its newest step once', async () => {
  const database = await testDatabase();
  const feed = migrationStep('m1-feed', feedTables);
  const word = migrationStep('m2-word', [
    'create table word (word text primary key)',
    `insert into word values ('once')`,
  ]);
  const options = { url: database.url, entities: [Word], migrations: [feed, word], poolSize: 1 };

  const opened = await Promise.allSettled(Array.from({ length: 5 }, () => openDatabase(options)));

  const orms = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  onTestFinished(async () => {
    for (const orm of orms) await orm.close(true);
    await database.drop();
  });
  expect(opened.filter((each) => each.status === 'rejected')).toEqual([]);
  const [orm] = orms;
  expect(await orm?.em.fork().execute('select word from word')).toEqual([{ word: 'once' }]);
});

test('a database that a newer version opened is left alone', async () => {
  const orm = await aDatabase('newer');
  const [{ database }] = await orm.em.execute<[{ database: string }]>(
    'select current_database() as database',
  );
  const url = String(orm.config.get('clientUrl'));

  await expect(openDatabase({ url, entities: [Word], migrations: [] })).rejects.toThrow(
    `The database "${database}" has taken a step that this version does not know (m1-word)`,
  );
});

test('a database that cannot be brought to its newest step keeps no connection', async () => {
  const database = await testDatabase();
  onTestFinished(() => database.drop());
  const broken = migrationStep('m1-broken', ['create table']);

  await expect(
    openDatabase({ url: database.url, entities: [Word], migrations: [broken] }),
  ).rejects.toThrow('syntax error');

  await asSuperuser(database.url, async (client) => {
    await expect
      .poll(async () => {
        const { rowCount } = await client.query(
          `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        );
        return rowCount;
      })
      .toBe(0);
  });
});

test('a statement that takes too long is given up, and its connection is free again', async () => {
  const database = await testDatabase();
  const orm = await openDatabase({
    url: database.url,
    entities: [Word],
    migrations: [],
    poolSize: 1,
    statementTimeout: 200,
  });
  onTestFinished(async () => {
    await orm.close(true);
    await database.drop();
  });

  await expect(orm.em.fork().execute('select pg_sleep(20)')).rejects.toThrow('statement timeout');

  expect(await orm.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database that is asked more than it has connections for is closed once all is answered', async () => {
  const database = await testDatabase();
  onTestFinished(() => database.drop());
  const orm = await openDatabase({
    url: database.url,
    entities: [Word],
    migrations: [],
    poolSize: 3,
  });
  const asked = Array.from({ length: 5 }, () => orm.em.fork().execute('select 1 as one'));

  await closeDatabase(orm);

  expect(await Promise.all(asked)).toEqual(asked.map(() => [{ one: 1 }]));
});
