import { randomUUID } from 'node:crypto';

import { Entity } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Kept, Key } from '@manabi/kit/column';
import { migrationStep } from '@manabi/kit/database';
import { deliveryTables } from '@manabi/kit/delivery/delivery.tables';
import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { feedTables, followed } from '@manabi/kit/feed/feed.tables';
import type { Service } from '@manabi/kit/service';
import { openTestService } from '@manabi/kit/testing/test-service';
import { ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { finishImports } from './finish-imports.js';
import { ImportStages } from './import-stages.js';

@Entity()
@ObjectType({ description: 'A walk.' })
class Walk {
  @Key('Its id.') id!: string;
  @Kept('text', { required: true }) name!: string;
}

@Resolver(() => Walk)
class WalkResolver {
  @Query(() => Walk, { nullable: true, description: 'A walk.' })
  walk(): null {
    return null;
  }
}

const walks = (name: string): Service => ({
  name,
  entities: [Walk],
  migrations: [
    migrationStep('first', [
      ...feedTables,
      ...deliveryTables,
      `create table walk (id text primary key, name text not null, steps integer,
         source_key text unique, source_hash text, withdrawn_at timestamptz)`,
      ...followed('walk', 'Walk'),
    ]),
  ],
  resolvers: [WalkResolver],
  references: {},
  published: { Walk: async () => new Map() },
});

const targets: DeliveryTarget[] = [{ table: 'walk', key: 'id', columns: ['name', 'steps'] }];

/** Two services, with a walk staged for each. */
async function staged(steps: { parks: number; woods: number }) {
  const parks = (await openTestService(walks('parks'))).em();
  const woods = (await openTestService(walks('woods'))).em();
  const services = new Map([
    ['parks', { em: parks, targets }],
    ['woods', { em: woods, targets }],
  ]);
  const head = {
    run: randomUUID(),
    dataset: 'walks',
    fileName: 'walks.csv',
    mode: 'full' as const,
  };
  const stages = await ImportStages.open(head, parks, services);
  for (const [name, count] of Object.entries(steps)) {
    const values = { name: `a walk in ${name}`, steps: count };
    await stages.take(name, { target: targets[0] ?? fail(), key: '1', id: `${name}-1`, values });
  }
  await stages.preview();
  return { stages, services, parks, woods };
}

function fail(): never {
  throw new Error('There is one target.');
}

const walksIn = (em: EntityManager) => em.execute('select id from walk');
const openParts = (em: EntityManager) =>
  em.execute(`select id from delivery where state = 'STAGING'`);

test('what one service cannot keep changes no other, whichever comes first', async () => {
  for (const steps of [
    { parks: 1_000, woods: 99_999_999_999 },
    { parks: 99_999_999_999, woods: 1_000 },
  ]) {
    const { stages, services, parks, woods } = await staged(steps);

    await expect(stages.apply()).rejects.toThrow('out of range');
    await stages.drop();

    expect(await walksIn(parks)).toEqual([]);
    expect(await walksIn(woods)).toEqual([]);
    expect(await openParts(woods)).toEqual([]);
    expect(await finishImports(parks, services)).toBe(0);
  }
});

test('an import that was decided is finished by the next to come, whoever breaks it off', async () => {
  const { stages, services, parks, woods } = await staged({ parks: 1_000, woods: 1_000 });
  // The second service goes silent between the decision and its own part.
  await parks.execute(`
    create function break_off() returns trigger language plpgsql as $$
    begin raise exception 'broken off'; end $$`);
  await parks.execute(`create constraint trigger break_off after insert on walk
    deferrable initially deferred for each row execute function break_off()`);

  await expect(stages.apply()).rejects.toThrow('broken off');
  await stages.drop();

  expect(await walksIn(woods)).toHaveLength(1);
  expect(await walksIn(parks)).toEqual([]);
  await parks.execute('drop trigger break_off on walk');
  expect(await finishImports(parks, services)).toBe(1);
  expect(await walksIn(parks)).toHaveLength(1);
});
