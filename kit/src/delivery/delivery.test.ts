import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import type { EntityManager } from '@mikro-orm/postgresql';
import { Entity } from '@mikro-orm/decorators/legacy';
import { ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { Kept, Key } from '../column.js';
import { migrationStep } from '../database.js';
import { feedTables, followed } from '../feed/feed.tables.js';
import type { Service } from '../service.js';
import { openTestService } from '../testing/test-service.js';
import { applyDelivery, previewDelivery, swapIn, withdrawsTooMuch } from './delivery.apply.js';
import { DeliveryStage } from './delivery.stage.js';
import { deliveryTables } from './delivery.tables.js';
import type { DeliveredRow, DeliveryTarget } from './delivery.target.js';
import { undoDelivery } from './delivery.undo.js';

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

const walks: Service = {
  name: 'walks',
  entities: [Walk],
  migrations: [
    migrationStep('first', [
      ...feedTables,
      ...deliveryTables,
      `create table walk (id text primary key, name text not null, provenance jsonb,
         source_key text unique, source_hash text, withdrawn_at timestamptz)`,
      `create table stop (walk_id text not null references walk (id), place text not null, bench text)`,
      `create table ride (like walk including all)`,
      ...followed('walk', 'Walk'),
    ]),
  ],
  resolvers: [WalkResolver],
  references: {},
  published: {
    Walk: async (em, ids) =>
      new Map(
        (await em.find(Walk, { id: { $in: [...ids] } })).map((walk) => [
          walk.id,
          { name: walk.name },
        ]),
      ),
  },
};

const walkTarget: DeliveryTarget = {
  table: 'walk',
  key: 'id',
  columns: ['name', 'provenance'],
  child: { table: 'stop', parent: 'walk_id', columns: ['place'] },
};

const aRow = (key: string, name = `walk ${key}`, asOf = 'then'): DeliveredRow => ({
  target: walkTarget,
  key,
  id: `id-${key}`,
  values: { name, provenance: { asOf } },
  children: [{ place: `start of ${name}` }],
});

const twentyRows = Array.from({ length: 20 }, (_, index) => aRow(String(index)));

async function stage(
  em: EntityManager,
  rows: Iterable<DeliveredRow>,
  mode: 'full' | 'delta' = 'full',
) {
  const opened = await DeliveryStage.open(em, {
    dataset: 'walks',
    fileName: 'walks.csv',
    mode,
    run: randomUUID(),
  });
  for (const row of rows) await opened.take(row);
  await opened.flush();
  return opened.delivery;
}

async function deliver(
  em: EntityManager,
  rows: Iterable<DeliveredRow>,
  mode: 'full' | 'delta' = 'full',
) {
  const delivery = await stage(em, rows, mode);
  return { delivery, ...(await applyDelivery(em.fork(), [walkTarget], delivery)) };
}

const names = async (em: EntityManager) =>
  (
    await em.execute<{ name: string }[]>(
      'select name from walk where withdrawn_at is null order by id',
    )
  ).map((row) => row.name);

const lastChange = async (em: EntityManager) =>
  (await em.execute<[{ last: string }]>('select last from feed_state'))[0].last;

test('the same file delivered twice changes nothing, not even the feed', async () => {
  const em = (await openTestService(walks)).em();
  const first = await deliver(em, twentyRows);
  const told = await lastChange(em);

  const second = await deliver(
    em,
    twentyRows.map((row, index) => aRow(row.key, `walk ${index}`, 'later')),
  );

  expect(first).toMatchObject({ added: 20 });
  expect(second).toMatchObject({ added: 0, changed: 0, unchanged: 20, withdrawn: 0 });
  expect(await lastChange(em)).toBe(told);
});

test('a changed row is changed with its children, a missing one is withdrawn and comes back', async () => {
  const em = (await openTestService(walks)).em();
  await deliver(em, twentyRows);

  const changed = await deliver(em, [aRow('0', 'a longer walk'), ...twentyRows.slice(1, 19)]);
  const back = await deliver(em, twentyRows);

  expect(changed).toMatchObject({ changed: 1, withdrawn: 1, unchanged: 18 });
  expect(back).toMatchObject({ changed: 2, withdrawn: 0 });
  expect(await em.execute(`select place from stop where walk_id = 'id-0'`)).toEqual([
    { place: 'start of walk 0' },
  ]);
});

test('a delivery that would withdraw more than 5 % is told apart before anything is changed', async () => {
  const em = (await openTestService(walks)).em();
  await deliver(em, twentyRows);

  const shrunken = await previewDelivery(
    em,
    [walkTarget],
    await stage(em, twentyRows.slice(0, 18)),
  );
  const empty = await previewDelivery(em, [walkTarget], await stage(em, []));
  const usual = await previewDelivery(em, [walkTarget], await stage(em, twentyRows.slice(0, 19)));

  expect(shrunken).toMatchObject({ withdrawn: 2, present: 20 });
  expect([shrunken, empty, usual].map((counts) => withdrawsTooMuch([counts]))).toEqual([
    true,
    true,
    false,
  ]);
  expect(await names(em)).toHaveLength(20);
});

test('a delta withdraws nothing, and a delivery is swapped in once', async () => {
  const em = (await openTestService(walks)).em();
  await deliver(em, twentyRows);

  const { delivery, ...counts } = await deliver(em, [aRow('20')], 'delta');
  const again = await applyDelivery(em.fork(), [walkTarget], delivery);

  expect(counts).toMatchObject({ added: 1, withdrawn: 0 });
  expect(again).toMatchObject({ added: 0, changed: 0 });
  expect(await names(em)).toHaveLength(21);
});

test('a delivery that two programs finish at once is swapped in once and withdraws nothing', async () => {
  const em = (await openTestService(walks)).em();
  await deliver(em, twentyRows);
  const delivery = await stage(
    em,
    twentyRows.map(({ key }) => aRow(key, `new walk ${key}`)),
  );
  const finish = () => applyDelivery(em.fork(), [walkTarget], delivery);

  const both = await em.fork().transactional(async (first) => {
    await first.execute(`select pg_advisory_xact_lock(hashtext('delivery walks'))`);
    const finishing = [finish(), finish()];
    await setTimeout(300);
    return finishing;
  });
  const counts = await Promise.all(both);

  expect(counts.map(({ changed }) => changed).toSorted((one, other) => one - other)).toEqual([
    0, 20,
  ]);
  expect(counts.map(({ withdrawn }) => withdrawn)).toEqual([0, 0]);
  expect(await names(em)).toHaveLength(20);
});

test('a delivery that breaks off half way leaves nothing', async () => {
  const em = (await openTestService(walks)).em();
  function* broken() {
    yield* twentyRows;
    throw new Error('the disk was pulled out');
  }

  await expect(deliver(em, broken())).rejects.toThrow('pulled out');

  expect(await names(em)).toEqual([]);
  expect(await deliver(em, twentyRows)).toMatchObject({ added: 20 });
});

test('an undone delivery puts back what stood before, and only the latest can be undone', async () => {
  const em = (await openTestService(walks)).em();
  const first = await deliver(em, twentyRows);
  const second = await deliver(em, [
    aRow('0', 'a longer walk'),
    ...twentyRows.slice(1, 19),
    aRow('new'),
  ]);

  await expect(undoDelivery(em, [walkTarget], first.delivery)).rejects.toThrow(
    'Undo the latest first',
  );
  await undoDelivery(em, [walkTarget], second.delivery);

  expect((await names(em)).toSorted()).toEqual(
    twentyRows.map((row) => `walk ${row.key}`).toSorted(),
  );
  expect(await em.execute(`select place from stop where walk_id = 'id-0'`)).toEqual([
    { place: 'start of walk 0' },
  ]);
  await expect(undoDelivery(em, [walkTarget], second.delivery)).rejects.toThrow(
    'holds nothing to undo',
  );
});

test('undoing a delivery gives children back what people added to them', async () => {
  const em = (await openTestService(walks)).em();
  await deliver(em, twentyRows);
  await em.execute(`update stop set bench = 'under the oak' where walk_id = 'id-0'`);
  const { delivery } = await deliver(em, [aRow('0', 'a longer walk'), ...twentyRows.slice(1)]);

  await undoDelivery(em, [walkTarget], delivery);

  expect(await em.execute(`select place, bench from stop where walk_id = 'id-0'`)).toEqual([
    { place: 'start of walk 0', bench: 'under the oak' },
  ]);
});

test('what is written waits for the others before it is kept, and goes when one of them fails', async () => {
  const em = (await openTestService(walks)).em();
  const delivery = await stage(em, twentyRows);

  const applying = em.fork().transactional(async (tx) => {
    expect(await swapIn(tx, [walkTarget], delivery)).toMatchObject({ added: 20 });
    expect(await names(em)).toEqual([]);
    throw new Error('another service refused its part');
  });

  await expect(applying).rejects.toThrow('another service refused');
  expect(await names(em)).toEqual([]);
  await applyDelivery(em.fork(), [walkTarget], delivery);
  expect(await names(em)).toHaveLength(20);
});

test('a row that a full delivery names but could not read stays as it stood', async () => {
  const em = (await openTestService(walks)).em();
  await deliver(em, twentyRows);
  const opened = await DeliveryStage.open(em, {
    dataset: 'walks',
    fileName: 'walks.csv',
    mode: 'full',
    run: randomUUID(),
  });

  for (const row of twentyRows.slice(2)) await opened.take(row);
  await opened.keep('1');
  await opened.flush();
  const counts = await applyDelivery(em.fork(), [walkTarget], opened.delivery);

  expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: 18, withdrawn: 1 });
  expect(await names(em)).toContain('walk 1');
  expect(await names(em)).not.toContain('walk 0');
});

test('whatever a row holds is kept as it is', async () => {
  const { em } = await openTestService(walks);
  const name = String.raw`What's \ "this"? $1 ?? \'; drop table walk --`;

  await deliver(em(), [aRow('odd', name)]);

  expect(await em().execute('select name from walk')).toEqual([{ name }]);
});

test('rows that cannot be written fail the delivery, whichever batch they came in', async () => {
  const { em } = await openTestService(walks);
  const rows = Array.from({ length: 1_700 }, (_, at) => aRow(String(at)));
  rows[3] = aRow('3', 'no text holds \u0000');

  await expect(deliver(em(), rows)).rejects.toThrow('unsupported Unicode escape sequence');

  expect(await em().execute('select count(*)::integer as many from walk')).toEqual([{ many: 0 }]);
});

test('a row that a full delivery names for another table leaves the one in which it stood', async () => {
  const em = (await openTestService(walks)).em();
  const ride: DeliveryTarget = { table: 'ride', key: 'id', columns: ['name', 'provenance'] };
  await deliver(em, twentyRows);
  const delivery = await stage(em, [
    { ...aRow('0'), target: ride, id: 'ride-0' },
    ...twentyRows.slice(1),
  ]);

  const counts = await applyDelivery(em.fork(), [walkTarget, ride], delivery);

  expect(counts).toMatchObject({ added: 1, withdrawn: 1, unchanged: 19 });
  expect(await names(em)).not.toContain('walk 0');
});

test('what somebody changed by hand of a row’s children outlasts the next file, and so does one that stays', async () => {
  const em = (await openTestService(walks)).em();
  const target: DeliveryTarget = {
    ...walkTarget,
    merged: { name: `excluded.name || coalesce(' ' || (walk.provenance ->> 'byHand'), '')` },
    child: {
      table: 'stop',
      parent: 'walk_id',
      columns: ['place'],
      byHand: { isSame: 'e.place = c.place', stays: `e.bench = 'closed'` },
    },
  };
  const give = async (name: string, places: readonly string[]) => {
    const row = { ...aRow('0', name), target, children: places.map((place) => ({ place })) };
    await applyDelivery(em.fork(), [target], await stage(em, [row], 'delta'));
  };
  await give('a walk', ['gate', 'oak', 'pond', 'hill']);
  await em.execute(`update stop set bench = 'new' where place = 'oak'`);
  await em.execute(`update stop set bench = 'closed' where place = 'pond'`);
  await em.execute(`update walk set provenance = '{"byHand": "by the river"}'`);

  await give('a longer walk', ['gate', 'oak', 'mill']);

  expect(await names(em)).toEqual(['a longer walk by the river']);
  expect(await em.execute('select place, bench from stop order by place')).toEqual([
    { place: 'gate', bench: null },
    { place: 'mill', bench: null },
    { place: 'oak', bench: 'new' },
    { place: 'pond', bench: 'closed' },
  ]);
});
