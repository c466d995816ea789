import { ClosingKind } from '@manabi/kit/opening/closing-rule';
import { openTestService, type TestService } from '@manabi/kit/testing/test-service';
import type { FeedItem } from '@manabi/kit/feed/publisher';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';
import { aSittingPlaceTold } from './sitting-place.builder.js';

const here = { latitude: 35.7, longitude: 139.5 };
/** One thousandth of a degree to the north is 111 metres, two minutes to walk. */
const north = (thousandths: number) => ({ ...here, latitude: here.latitude + thousandths / 1_000 });
const allWeek = (opensAt: string, closesAt: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt, closesAt }));

const house = (code: string, thousandths: number, closesAt = '20:00') =>
  aFacility({ code, point: north(thousandths), hours: allWeek('09:00', closesAt) });

async function openTown(...told: FeedItem[]): Promise<TestService> {
  const service = await openTestService(center);
  await service.plant(house('near', 1), house('far', 9, '22:00'), house('beyond', 20));
  await takeIn(service.em(), told);
  return service;
}

const ask = `query ($age: Int, $at: DateTime, $until: DateTime, $quiet: Boolean, $closed: Boolean, $first: Int! = 20, $after: String) {
  sittingPlaces(near: { latitude: 35.7, longitude: 139.5 }, age: $age, at: $at, openUntil: $until, quiet: $quiet,
    includeClosed: $closed, first: $first, after: $after) {
    edges { node { __typename id } metres walkMinutes openNow closesAt wifi facility { code } }
    pageInfo { hasNextPage endCursor } } }`;

const ids = ({ data }: { data: { sittingPlaces: { edges: { node: { id: string } }[] } } }) =>
  data.sittingPlaces.edges.map(({ node }) => node.id);

test('places are found by the time it takes to walk there, with their houses, in two queries', async () => {
  const service = await openTown(
    aSittingPlaceTold('b', { facilityCode: 'far', wifi: 'YES' }, 'KominkanSittingPlace'),
    aSittingPlaceTold('a', { facilityCode: 'near' }),
    aSittingPlaceTold('c', { facilityCode: 'beyond' }),
  );

  const { data, errors, queries } = await service.ask(ask);

  expect(errors).toEqual([]);
  expect(data.sittingPlaces.edges).toEqual([
    {
      node: { __typename: 'LibrarySittingPlace', id: 'a' },
      metres: 111,
      walkMinutes: 2,
      openNow: 'YES',
      closesAt: '2026-10-05T11:00:00.000Z',
      wifi: 'UNKNOWN',
      facility: { code: 'near' },
    },
    {
      node: { __typename: 'KominkanSittingPlace', id: 'b' },
      metres: 1001,
      walkMinutes: 13,
      openNow: 'YES',
      closesAt: '2026-10-05T13:00:00.000Z',
      wifi: 'YES',
      facility: { code: 'far' },
    },
  ]);
  expect(queries).toBe(2);
});

test('who is too young or too old is not sent there, and who may be is', async () => {
  const service = await openTown(
    aSittingPlaceTold('teens', {
      facilityCode: 'near',
      ages: { minMonths: 150, maxMonths: 227 },
    }),
    aSittingPlaceTold('all', { facilityCode: 'far', ages: null }),
  );

  expect(ids(await service.ask(ask, { age: 11 }))).toEqual(['all']);
  expect(ids(await service.ask(ask, { age: 12 }))).toEqual(['teens', 'all']);
  expect(ids(await service.ask(ask, { age: 19 }))).toEqual(['all']);
});

test('what is closed at the moment, or closes too early, is left out unless it is asked for', async () => {
  const service = await openTown(
    aSittingPlaceTold('a', { facilityCode: 'near', quiet: 'YES' }),
    aSittingPlaceTold('b', { facilityCode: 'far', hours: allWeek('12:00', '23:00') }),
  );
  await service
    .em()
    .execute(`update facility set closed_days = ?::jsonb where code = 'near'`, [
      JSON.stringify([{ rule: ClosingKind.WEEKDAY, weekday: 2 }]),
    ]);

  const open = await service.ask(ask, { at: '2026-10-05T14:00:00+09:00' });
  expect(ids(open)).toEqual(['a', 'b']);
  // The house closes before its corner would.
  expect(open.data.sittingPlaces.edges[1].closesAt).toBe('2026-10-05T13:00:00.000Z');
  expect(ids(await service.ask(ask, { at: '2026-10-05T10:00:00+09:00' }))).toEqual(['a']);
  expect(ids(await service.ask(ask, { at: '2026-10-06T14:00:00+09:00' }))).toEqual(['b']);
  expect(ids(await service.ask(ask, { at: '2026-10-06T14:00:00+09:00', closed: true }))).toEqual([
    'a',
    'b',
  ]);
  expect(
    ids(
      await service.ask(ask, {
        at: '2026-10-05T14:00:00+09:00',
        until: '2026-10-05T21:00:00+09:00',
      }),
    ),
  ).toEqual(['b']);
  expect(ids(await service.ask(ask, { quiet: true }))).toEqual(['a']);
});

test('pages follow one another, and what nobody can read is set aside', async () => {
  const service = await openTown(
    aSittingPlaceTold('a', { facilityCode: 'near' }),
    aSittingPlaceTold('b', { facilityCode: 'near' }),
    aSittingPlaceTold('broken', { facilityCode: 7 }),
    aSittingPlaceTold('given-up', { facilityCode: 'near', withdrawnAt: '2026-01-01T00:00:00Z' }),
  );

  const first = await service.ask(ask, { first: 1 });
  const after = first.data.sittingPlaces.pageInfo.endCursor;
  const second = await service.ask(ask, { first: 1, after });

  expect(ids(first)).toEqual(['a']);
  expect(first.data.sittingPlaces.pageInfo.hasNextPage).toBe(true);
  expect(ids(second)).toEqual(['b']);
  expect(second.data.sittingPlaces.pageInfo.hasNextPage).toBe(false);
  expect(await service.em().execute('select id from index_fault')).toEqual([{ id: 'broken' }]);
});

test('a walk of no minutes, and a cursor of another list, are refused', async () => {
  const service = await openTown();
  const walk = (given: string) =>
    service.ask(
      `{ sittingPlaces(near: { latitude: 35.7, longitude: 139.5 }, ${given}) { edges { metres } } }`,
    );

  for (const given of ['withinMinutes: 0', 'age: 200', 'after: "x"', 'first: 0']) {
    const { errors } = await walk(given);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  }
});
