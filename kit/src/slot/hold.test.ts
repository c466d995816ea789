import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';

import { migrationStep } from '../database.js';
import { Problem } from '../problem.js';
import type { Service } from '../service.js';
import { columnFaults } from '../testing/columns.js';
import { openTestService } from '../testing/test-service.js';
import { deliveredColumns } from './delivered.tables.js';
import { HoldColumns } from './hold.columns.js';
import type { HoldInput } from './hold.input.js';
import { heldBefore, hold, release } from './hold.write.js';
import { RoomColumns, roomTable } from './room.columns.js';
import { holdTable, usedForColumn } from './slot.tables.js';

@Entity()
@ObjectType({ description: 'A berth of a harbour.' })
@Directive('@key(fields: "id")')
class Berth extends RoomColumns {}

@Entity()
class Mooring extends HoldColumns {}

@Resolver()
class HarbourResolver {
  @Query(() => Berth, { nullable: true, description: 'Some berth.' })
  berth(): Berth | null {
    return null;
  }
}

const harbour: Service = {
  name: 'harbour',
  entities: [Berth, Mooring],
  resolvers: [HarbourResolver],
  references: {},
  migrations: [
    migrationStep('h1', [
      ...roomTable('berth', [
        `equipment text[] not null default '{}'`,
        'latitude double precision',
        'longitude double precision',
      ]),
      ...holdTable('mooring', 'berth'),
      ...usedForColumn('mooring'),
      ...['berth', 'mooring'].map(deliveredColumns),
    ]),
  ],
  published: {},
};
const moorings = { rooms: 'berth', holds: 'mooring' };

async function openHarbour() {
  const service = await openTestService(harbour);
  await service.plant(
    Object.assign(new Berth(), {
      id: 'quay',
      facilityCode: 'harbour',
      name: { ja: '岸壁' },
      bands: [],
      provenance: { department: 'harbour', sample: true },
    }),
  );
  return service;
}

const morning = (given: Readonly<Partial<HoldInput>> = {}): HoldInput => ({
  roomId: 'quay',
  startsAt: new Date('2026-11-10T00:00:00Z'),
  endsAt: new Date('2026-11-10T04:00:00Z'),
  idempotencyKey: randomUUID(),
  ...given,
});

test('what is held says so; what overlaps reads what is in the way; what only touches is held', async () => {
  const service = await openHarbour();

  const first = await hold(service.em(), moorings, morning());
  const overlapping = await hold(
    service.em(),
    moorings,
    morning({
      startsAt: new Date('2026-11-10T03:59:00Z'),
      endsAt: new Date('2026-11-10T05:00:00Z'),
    }),
  );
  const touching = await hold(
    service.em(),
    moorings,
    morning({
      startsAt: new Date('2026-11-10T04:00:00Z'),
      endsAt: new Date('2026-11-10T05:00:00Z'),
    }),
  );

  expect(first).toMatchObject({ kind: 'held', slot: { roomId: 'quay', state: 'HELD' } });
  expect(overlapping).toMatchObject({
    kind: 'taken',
    slot: { startsAt: new Date('2026-11-10T00:00:00Z'), state: 'HELD' },
  });
  expect(touching?.kind).toBe('held');
});

test('a place that nobody has cannot be held', async () => {
  const service = await openHarbour();

  const outcome = await hold(service.em(), moorings, morning({ roomId: 'nowhere' }));

  expect(outcome).toBeNull();
});

/** Takes it for no answer that others were quicker at every attempt, as the problem says. */
function askAgain(error: unknown): null {
  if (error instanceof Problem && error.code === 'UNAVAILABLE') return null;
  throw error;
}

test('those who hold and release in a hurry never hold at once, and each that asks again in the end holds', async () => {
  const service = await openHarbour();
  let holding = 0;
  let most = 0;
  const visitor = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const outcome = await hold(service.em(), moorings, morning()).catch(askAgain);
      if (outcome?.kind !== 'held') continue;
      most = Math.max(most, (holding += 1));
      await pause(2);
      holding -= 1;
      await release(service.em(), moorings, outcome.holdId);
      return true;
    }
    return false;
  };

  const came = await Promise.all(Array.from({ length: 8 }, visitor));

  expect(came).toEqual(Array.from({ length: 8 }, () => true));
  expect(most).toBe(1);
});

test('a request is known by its key in either case of its letters, and its key is not kept', async () => {
  const service = await openHarbour();
  const idempotencyKey = randomUUID();
  const first = await hold(service.em(), moorings, morning({ idempotencyKey }));

  const again = await heldBefore(
    service.em(),
    moorings,
    morning({ idempotencyKey: idempotencyKey.toUpperCase() }),
  );

  expect(again).toEqual(first);
  expect(await heldBefore(service.em(), moorings, morning())).toBeNull();
  const rows = await service.em().execute('select * from mooring');
  expect(JSON.stringify(rows)).not.toContain(idempotencyKey);
});

test('the tables have the columns that the classes say', async () => {
  const service = await openHarbour();

  expect(await columnFaults(service.service.orm)).toEqual([]);
});
