import { Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { Entity } from '@mikro-orm/decorators/legacy';
import { expect, test } from 'vitest';

import { Key } from '../column.js';
import { migrationStep } from '../database.js';
import type { Service } from '../service.js';
import { openTestService } from '../testing/test-service.js';
import { follow, followerTable } from './feed.follow.js';
import { feedTables } from './feed.tables.js';

@Entity()
@ObjectType({ description: 'A reader of a market.' })
@Directive('@key(fields: "id")')
class Reader {
  @Key('Its id.') id!: string;
}

@Resolver()
class ReaderResolver {
  @Query(() => Reader, { nullable: true, description: 'Some reader.' })
  reader(): Reader | null {
    return null;
  }
}

const reading: Service = {
  name: 'reading',
  entities: [Reader],
  resolvers: [ReaderResolver],
  references: {},
  migrations: [
    migrationStep('m1', [
      ...feedTables,
      followerTable,
      'create table reader (id text primary key)',
    ]),
  ],
  published: {},
};

test('a follower that is stopped in the middle of a long feed takes in the page at hand and no more', async () => {
  const em = (await openTestService(reading)).em();
  let asked = 0;
  let taken = 0;
  const following = follow(em, {
    source: 'endless',
    read: async () => {
      asked += 1;
      if (asked === 3) void following.stop();
      const item = { id: `i${asked}`, kind: 'Stall', state: 'deleted', modified: asked } as const;
      return { epoch: 'first', items: asked > 40 ? [] : [item], next: String(asked) };
    },
    apply: async () => void (taken += 1),
    sweep: async () => {},
    onFailure: (error) => {
      throw error;
    },
  });

  await expect.poll(() => asked).toBeGreaterThan(2);
  await following.stop();

  expect([asked, taken]).toEqual([3, 3]);
});
