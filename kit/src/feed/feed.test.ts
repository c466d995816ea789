import { setTimeout as pause } from 'node:timers/promises';

import { Entity } from '@mikro-orm/decorators/legacy';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { Key, Whole } from '../column.js';
import { connect, migrationStep } from '../database.js';
import type { Service } from '../service.js';
import { openTestService } from '../testing/test-service.js';
import { feedTables, followed, followedFromNow, newFeedEpoch } from './feed.tables.js';
import type { FeedItem } from './publisher.js';

@Entity()
@ObjectType({ description: 'A stall of a market.' })
@Directive('@key(fields: "id")')
class Stall {
  @Key('Its id.') id!: string;
  @Whole('Apples on it.', { required: true }) apples!: number;
}

@Resolver()
class MarketResolver {
  @Query(() => Stall, { nullable: true, description: 'Some stall.' })
  stall(): Stall | null {
    return null;
  }
}

const marketService: Service = {
  name: 'market',
  entities: [Stall],
  resolvers: [MarketResolver],
  references: {},
  migrations: [
    migrationStep('m1', [
      ...feedTables,
      'create table stall (id text primary key, apples integer not null)',
      'create table crate (id text primary key, stall_id text, apples integer not null)',
      ...followed('stall', 'Stall'),
      ...followed('crate', 'Stall', 'stall_id'),
    ]),
  ],
  published: {
    Stall: async (em, ids) => {
      const stalls = await em.find(Stall, { id: { $in: [...ids] } });
      return new Map(stalls.map(({ id, apples }) => [id, { apples }]));
    },
  },
};

const openMarket = () => openTestService(marketService);
type Market = Awaited<ReturnType<typeof openMarket>>;

/** Reads the feed from a cursor to its end, as a follower that sees it for the first time. */
async function readAll({ service }: Market, from?: string): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let cursor = from; ;) {
    const page = await service.feed(cursor, 7);
    if (page.items.length === 0) return items;
    items.push(...page.items);
    cursor = page.next;
  }
}

interface Commit {
  id: string;
  begun: number;
  committed: number;
}

/** Writes a few stalls with waits between, gives up every third time, and tells what it committed and when. */
async function writeStalls(orm: MikroORM, writer: number): Promise<Commit[]> {
  const commits: Commit[] = [];
  for (let round = 0; round < 9; round += 1) {
    const id = `w${writer}-${round}`;
    const begun = performance.now();
    const givesUp = (writer + round) % 3 === 0;
    await orm.em
      .fork()
      .transactional(async (tx) => {
        await tx.execute('insert into stall (id, apples) values (?, ?)', [id, round]);
        await pause((writer * 7 + round * 3) % 11);
        await tx.execute('update stall set apples = apples + 1 where id = ?', [id]);
        if (givesUp) throw new Error('given up');
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.message === 'given up')) throw error;
      });
    if (!givesUp) commits.push({ id, begun, committed: performance.now() });
  }
  return commits;
}

test('a follower that polls while twenty write and roll back skips nothing and reads in the order of commits', async () => {
  const market = await openMarket();
  const seen: FeedItem[] = [];
  let cursor: string | undefined;
  const writing = new AbortController();
  const poll = async () => {
    const page = await market.service.feed(cursor, 5);
    seen.push(...page.items);
    cursor = page.next;
    return page.items.length;
  };
  const following = (async () => {
    while (!writing.signal.aborted) await poll();
    while ((await poll()) > 0);
  })();

  // A connection for each, so that all twenty are in their transactions at once.
  const orm = await connect({ ...marketService, url: market.databaseUrl, poolSize: 20 });
  const writers = Array.from({ length: 20 }, (_, writer) => writeStalls(orm, writer));
  const commits = (await Promise.all(writers)).flat();
  await orm.close(true);
  writing.abort();
  await following;

  expect(commits).toHaveLength(20 * 6);
  expect(seen.map(({ id }) => id).toSorted()).toEqual(commits.map(({ id }) => id).toSorted());
  expect(seen.every(({ state }) => state === 'updated')).toBe(true);
  const numbers = seen.map(({ modified }) => modified);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => at + 1));
  const numberOf = new Map(seen.map(({ id, modified }) => [id, modified]));
  const outOfOrder = commits.flatMap((earlier) =>
    commits.filter(
      (later) =>
        earlier.committed < later.begun &&
        (numberOf.get(earlier.id) ?? 0) >= (numberOf.get(later.id) ?? 0),
    ),
  );
  expect(outOfOrder).toEqual([]);
});

test('a writer that takes long neither stalls those who follow nor is skipped when it commits', async () => {
  const market = await openMarket();
  let finish: () => void = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  let began: () => void = () => {};
  const written = new Promise<void>((resolve) => (began = resolve));
  const slow = market.em().transactional(async (tx) => {
    await tx.execute(`insert into stall (id, apples) values ('slow', 1)`);
    began();
    await held;
  });
  await written;
  await market.em().execute(`insert into stall (id, apples) values ('quick', 1)`);

  const before = await market.service.feed();
  finish();
  await slow;
  const after = await market.service.feed(before.next);

  expect(before.items.map(({ id }) => id)).toEqual(['quick']);
  expect(after.items.map(({ id }) => id)).toEqual(['slow']);
});

test('a change of what belongs to a record tells the record again', async () => {
  const market = await openMarket();
  await market.em().execute(`insert into stall (id, apples) values ('a', 1), ('b', 2)`);
  const { next } = await market.service.feed();

  await market.em().execute(`insert into crate (id, stall_id, apples) values ('c', 'a', 9)`);
  const filled = await readAll(market, next);
  await market.em().execute(`update crate set stall_id = 'b'`);
  const moved = await readAll(market, next);

  expect(filled).toEqual([
    { id: 'a', kind: 'Stall', state: 'updated', modified: 3, data: { apples: 1 } },
  ]);
  expect(moved.map(({ id, modified }) => `${id} ${modified}`)).toEqual(['a 4', 'b 5']);
});

test('a record changed often is told once, as it is now; one that is gone is told as deleted', async () => {
  const market = await openMarket();
  await market.em().execute(`insert into stall (id, apples) values ('a', 1), ('b', 2)`);
  for (let apples = 2; apples < 6; apples += 1)
    await market.em().execute(`update stall set apples = ? where id = 'a'`, [apples]);
  await market.em().execute(`delete from stall where id = 'b'`);

  const items = await readAll(market);

  expect(items).toEqual([
    { id: 'a', kind: 'Stall', state: 'updated', modified: 6, data: { apples: 5 } },
    { id: 'b', kind: 'Stall', state: 'deleted', modified: 7 },
  ]);
});

test('what changes nothing is not told', async () => {
  const market = await openMarket();
  await market.em().execute(`insert into stall (id, apples) values ('a', 1)`);
  const { next } = await market.service.feed();

  await market.em().execute(`update stall set apples = 7 where id = 'nobody'`);

  expect(await market.service.feed(next)).toMatchObject({ items: [], next });
});

test('after a restored backup a follower’s cursor reads everything again under a new epoch', async () => {
  const market = await openMarket();
  await market.em().execute(`insert into stall (id, apples) values ('a', 1)`);
  const before = await market.service.feed();

  await market.em().execute(newFeedEpoch);
  const after = await market.service.feed(before.next);

  expect(after.epoch).not.toBe(before.epoch);
  expect(after.items.map(({ id }) => id)).toEqual(['a']);
});

test('a cursor that no page gave is refused', async () => {
  const market = await openMarket();

  await expect(market.service.feed('yesterday')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a table that is followed late tells the rows that it held before, once', async () => {
  const laterService: Service = {
    ...marketService,
    name: 'later market',
    migrations: [
      migrationStep('m1', [
        ...feedTables,
        'create table stall (id text primary key, apples integer not null)',
        `insert into stall values ('old', 3)`,
      ]),
      migrationStep('m2', followedFromNow('stall', 'Stall')),
    ],
  };
  const market = await openTestService(laterService);

  expect((await readAll(market)).map(({ id, data }) => [id, data])).toEqual([
    ['old', { apples: 3 }],
  ]);
});
