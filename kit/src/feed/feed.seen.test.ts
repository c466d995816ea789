import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { Key, Kept } from '../column.js';
import { migrationStep } from '../database.js';
import type { Service } from '../service.js';
import { openTestService } from '../testing/test-service.js';
import { seatsTold } from '../vocabulary/seats.js';
import { seatsToldInSql } from '../vocabulary/seats-in-sql.js';
import { unseenColumns, unseenKind } from './feed.seen.js';
import { feedTables, followed } from './feed.tables.js';

@Entity()
@ObjectType({ description: 'A trip of a boat.' })
@Directive('@key(fields: "id")')
class Trip {
  @Key('Its id.') id!: string;
  @Kept('integer') capacity?: number | null;
  @Kept('integer') taken?: number | null;
  @Kept('integer') waiting?: number | null;
}

@Resolver()
class TripResolver {
  @Query(() => Trip, { nullable: true, description: 'Some trip.' })
  trip(): Trip | null {
    return null;
  }
}

const boats: Service = {
  name: 'boats',
  entities: [Trip],
  resolvers: [TripResolver],
  references: {},
  migrations: [
    migrationStep('first', [
      ...feedTables,
      'create table trip (id text primary key, capacity integer, taken integer, waiting integer)',
      'create table sickness (id text primary key, trip_id text not null)',
      ...followed('trip', 'Trip'),
      ...followed('sickness', 'Sickness'),
    ]),
    migrationStep('second', [
      seatsToldInSql,
      ...unseenColumns({
        table: 'trip',
        kind: 'Trip',
        columns: ['taken', 'waiting'],
        shown: `jsonb_build_object('seats', seats_told(it.capacity, it.taken, it.waiting))`,
      }),
      ...unseenKind('sickness', 'Sickness'),
    ]),
  ],
  published: {
    Trip: async (_, ids) => new Map(ids.map((id) => [id, { id }])),
  },
};

async function openBoats() {
  const { service, em } = await openTestService(boats);
  await em().execute(
    `insert into trip values ('a', 40, 3, 0), ('b', 40, 3, 0), ('c', null, 3, null)`,
  );
  let { next, seen } = await service.feed();
  /** What followers are told after some statements of one transaction, and by how much what anybody may see went on. */
  const told = async (...statements: string[]) => {
    await em().transactional(async (tx) => {
      for (const statement of statements) await tx.execute(statement);
    });
    const page = await service.feed(next);
    const more = Number(page.seen?.split('.')[1]) - Number(seen?.split('.')[1]);
    ({ next, seen } = page);
    return { ids: page.items.map(({ id }) => id), more };
  };
  return { told, em };
}

test('followers are told every change, and who may see nothing of it cannot count it', async () => {
  const { told } = await openBoats();

  expect(await told(`update trip set taken = taken + 1`)).toEqual({
    ids: ['a', 'b', 'c'],
    more: 0,
  });
  expect(await told(`update trip set waiting = 9`)).toEqual({ ids: ['a', 'b', 'c'], more: 0 });
  expect(await told(`insert into sickness values ('s', 'a')`, `delete from sickness`)).toEqual({
    ids: [],
    more: 0,
  });
});

test('what anybody sees is counted: another step of places, all of a row, a row that comes or goes', async () => {
  const { told } = await openBoats();

  expect(await told(`update trip set taken = 40 where id = 'a'`)).toEqual({ ids: ['a'], more: 1 });
  expect(await told(`update trip set waiting = 10 where id = 'a'`)).toEqual({
    ids: ['a'],
    more: 1,
  });
  expect(await told(`update trip set capacity = 41`)).toEqual({ ids: ['a', 'b', 'c'], more: 3 });
  expect(await told(`update trip set id = 'd' where id = 'c'`)).toEqual({
    ids: ['c', 'd'],
    more: 2,
  });
  expect(await told(`delete from trip where id = 'd'`)).toEqual({ ids: ['d'], more: 1 });
});

test('what one transaction does to a record counts once, and counts where anything of it is seen', async () => {
  const { told } = await openBoats();

  const both = await told(
    `update trip set taken = taken + 1`,
    `update trip set capacity = 50 where id = 'b'`,
    `update trip set taken = taken + 1`,
  );

  expect(both).toEqual({ ids: ['a', 'b', 'c'], more: 1 });
});

test('the database tells places and who waits as the graph does', async () => {
  const { em } = await openBoats();
  const rows = await em().execute<
    { capacity: number | null; taken: number | null; waiting: number | null; told: object }[]
  >(
    `select capacity, taken, waiting, seats_told(capacity, taken, waiting) as told
     from (select nullif(n, -1) as capacity from generate_series(-1, 230, 3) n) c
     cross join (select nullif(n, -1) as taken, nullif(n % 105, 50) as waiting from generate_series(-1, 235) n) t`,
  );

  const wrong = rows.filter(({ capacity, taken, waiting, told }) => {
    // Where a department tells neither, there is nothing that could look another way.
    const { left, waiting: waits } = seatsTold({ capacity, taken, waiting }) ?? {};
    return JSON.stringify(told) !== JSON.stringify({ left: left ?? null, waiting: waits ?? null });
  });
  expect(rows.length).toBeGreaterThan(10_000);
  expect(wrong).toEqual([]);
});
