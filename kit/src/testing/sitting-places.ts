import { expect, test } from 'vitest';

import type { Service } from '../service.js';
import type { SittingPlaceColumns } from '../sitting-place/sitting-place.columns.js';
import { Tri } from '../value/tri.js';
import { openTestService } from './test-service.js';

/** The places to sit of one department. */
export interface SittingPlacesOf {
  readonly service: Service;
  /** Their type in the graph and their kind in the feed. */
  readonly type: string;
  readonly table: string;
  /** Makes one with the id `seats` in the facility `hall`. */
  readonly place: (given: Partial<SittingPlaceColumns>) => SittingPlaceColumns;
}

/** Tests what every department that has places to sit promises of them. */
export function testSittingPlaces(places: SittingPlacesOf): void {
  test('references to 100 places to sit cost one query', () => referencesCostOneQuery(places));

  test('a place to sit is told to followers, and gone when it is removed', () =>
    tellsFollowers(places));
}

const corner = ({ place }: SittingPlacesOf): SittingPlaceColumns =>
  place({
    rules: ['静かに過ごす'],
    wifi: Tri.YES,
    seats: 12,
    hours: [{ weekday: 1, opensAt: '09:00', closesAt: '20:00' }],
  });

async function referencesCostOneQuery(places: SittingPlacesOf): Promise<void> {
  const { ask, plant } = await openTestService(places.service);
  await plant(corner(places));

  const { data, errors, queries } = await ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${places.type} {
      rules wifi quiet seats hours { weekday closesAt } facility { code } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: places.type,
        id: at === 3 ? 'seats' : `other-${at}`,
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(data._entities[3]).toEqual({
    rules: ['静かに過ごす'],
    wifi: 'YES',
    quiet: null,
    seats: 12,
    hours: [{ weekday: 1, closesAt: '20:00' }],
    facility: { code: 'hall' },
  });
  expect(data._entities[4]).toBeNull();
}

async function tellsFollowers(places: SittingPlacesOf): Promise<void> {
  const { service, em, plant } = await openTestService(places.service);
  await plant(corner(places));

  const page = await service.feed();
  await em().execute(`delete from ${places.table}`);
  const after = await service.feed(page.next);

  expect(page.items).toMatchObject([
    {
      kind: places.type,
      id: 'seats',
      state: 'updated',
      data: { facilityCode: 'hall', wifi: 'YES', hours: [{ closesAt: '20:00' }] },
    },
  ]);
  expect(after.items).toMatchObject([{ id: 'seats', state: 'deleted' }]);
}
