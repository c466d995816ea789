import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { Key } from '../column.js';
import { migrationStep } from '../database.js';
import type { Service } from '../service.js';
import { openTestService } from '../testing/test-service.js';
import { follow, followerTable } from './feed.follow.js';
import { coverTables } from './feed.moves.js';
import { feedTables, followed, newFeedEpoch } from './feed.tables.js';

@Entity()
@ObjectType({ description: 'A boat of a harbour.' })
@Directive('@key(fields: "id")')
class Boat {
  @Key('Its id.') id!: string;
}

@Resolver()
class HarbourResolver {
  @Query(() => Boat, { nullable: true, description: 'Some boat.' })
  boat(): Boat | null {
    return null;
  }
}

const harbour: Service = {
  name: 'harbour',
  entities: [Boat],
  resolvers: [HarbourResolver],
  references: {},
  migrations: [
    migrationStep('m1', [
      ...feedTables,
      followerTable,
      'create table boat (id text primary key)',
      'create table berth (id text primary key)',
      'create table delivery_lecture (id text primary key)',
      ...followed('boat', 'Boat'),
    ]),
  ],
  published: {},
};

/** Runs each statement as a commit of its own and tells which of them moved the head. */
async function movesOf(statements: readonly string[]): Promise<string[]> {
  const { service, em } = await openTestService(harbour);
  const moving: string[] = [];
  for (const statement of statements) {
    const before = await service.head();
    await em().transactional((tx) => tx.execute(statement));
    if ((await service.head()) !== before) moving.push(statement);
  }
  return moving;
}

test('whatever changes a row of any table moves the head, and what changes none does not', async () => {
  const moving = [
    `insert into boat values ('b1')`,
    `insert into berth values ('s1'), ('s2')`,
    `insert into delivery_lecture values ('l1')`,
    `update berth set id = 's3' where id = 's1'`,
    `delete from berth where id = 's2'`,
    `truncate berth`,
    newFeedEpoch,
  ];
  const still = [
    `select * from boat`,
    `update berth set id = 'x' where id = 'nobody'`,
    `delete from boat where id = 'nobody'`,
    `insert into feed_cursor values ('a', 'e', 'c', now())`,
    coverTables,
  ];

  const moved = await movesOf([...moving, ...still]);

  expect(moved).toEqual(moving);
});

test('a table that is made or swapped in moves the head at once and with each change after', async () => {
  const swap = `create schema next; create table next.berth (id text primary key);
    drop table berth; alter table next.berth set schema public; ${coverTables}`;

  const moved = await movesOf([swap, `insert into berth values ('s1')`]);

  expect(moved).toHaveLength(2);
});

test('what a follower takes in moves its own head, and looking without finding anything does not', async () => {
  const { service, em } = await openTestService(harbour);
  const items = [[{ id: 'b7', kind: 'Boat', state: 'updated', modified: 1 } as const], []];
  const before = await service.head();
  const following = follow(em(), {
    source: 'elsewhere',
    read: async (cursor) => {
      const page = items[Number(cursor ?? '0')] ?? [];
      return { epoch: 'one', items: page, next: '1' };
    },
    apply: async (tx, [item]) =>
      void (await tx.execute('insert into berth values (?)', [item?.id])),
    sweep: async () => {},
    onFailure: (error) => {
      throw error;
    },
  });

  await following.catchUp();
  await following.stop();
  const after = await service.head();
  await following.catchUp();

  expect([after === before, (await service.head()) === after]).toEqual([false, true]);
});
