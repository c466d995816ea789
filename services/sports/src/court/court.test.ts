import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourtHold } from '../court-slot/court-slot.builder.js';
import { aLotteryRound, someLotteryOdds } from '../lottery/lottery.builder.js';
import { sports } from '../service.js';
import { aCourt } from './court.builder.js';
import { CourtKind } from './court.entity.js';
import { usualBands } from './court.rules.js';

test('outdoors no court is let in the dark', () => {
  expect(usualBands(CourtKind.TENNIS).at(-1)).toEqual({ opens: '16:00', closes: '18:30' });
  expect(usualBands(CourtKind.GROUND)).toHaveLength(3);
  expect(usualBands(CourtKind.GYM).at(-1)).toEqual({ opens: '18:30', closes: '22:00' });
  expect(usualBands(null)).toHaveLength(4);
});

test('the courts of many facilities, their slots and the courts of those cost three queries', async () => {
  const service = await openTestService(sports);
  const codes = Array.from({ length: 50 }, (_, at) => `132292-${1000 + at}`);
  await service.plant(
    ...codes.map((facilityCode, at) => aCourt({ id: `c${at}`, facilityCode })),
    aCourtHold({ roomId: 'c7' }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Facility {
      code courts { id name { ja } kind facility { code }
        slots(first: 2, from: "2026-11-10T00:00:00+09:00") { edges { node { state court { id } } } } }
    } } }`,
    { of: [...codes, '132292-9999'].map((code) => ({ __typename: 'Facility', code })) },
  );

  expect(errors).toEqual([]);
  // The courts by facility, their slots, and the courts of the slots by id.
  expect(queries).toBe(3);
  expect(data._entities[7]).toEqual({
    code: '132292-1007',
    courts: [
      {
        id: 'c7',
        name: { ja: '第一体育室' },
        kind: 'GYM',
        facility: { code: '132292-1007' },
        slots: {
          edges: [
            { node: { state: 'BOOKED', court: { id: 'c7' } } },
            { node: { state: 'FREE', court: { id: 'c7' } } },
          ],
        },
      },
    ],
  });
  expect(data._entities[50]).toEqual({ code: '132292-9999', courts: [] });
});

test('references to a hundred courts cost one query', async () => {
  const service = await openTestService(sports);
  const ids = Array.from({ length: 100 }, (_, at) => `court-${at}`);
  await service.plant(...ids.map((id) => aCourt({ id })));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Court { id } } }`,
    { of: ids.map((id) => ({ __typename: 'Court', id })) },
  );

  expect(data._entities).toEqual(ids.map((id) => ({ id })));
  expect(queries).toBe(1);
});

test('courts are found by kind, place, size and free time, page by page, in one query', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aCourt({ id: 'gym', capacity: 200 }),
    aCourt({ id: 'tennis', kind: CourtKind.TENNIS, capacity: 8 }),
    aCourt({ id: 'pool', kind: CourtKind.POOL, facilityCode: '132292-0402' }),
    aCourtHold({ id: 'taken', roomId: 'gym' }),
  );
  const found = async (filter: object | null, page: object = {}) => {
    const { data, errors, queries } = await service.ask(
      `query ($filter: CourtFilter, $first: Int, $after: String) {
        courts(filter: $filter, first: $first, after: $after) {
          edges { cursor node { id } } pageInfo { hasNextPage }
        }
      }`,
      { filter, ...page },
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data.courts;
  };
  const ids = (page: { edges: { node: { id: string } }[] }) =>
    page.edges.map(({ node }) => node.id);
  const between = (from: string, to: string) => ({
    freeBetween: { from: `2026-11-10T${from}:00+09:00`, to: `2026-11-10T${to}:00+09:00` },
  });

  const first = await found(null, { first: 2 });
  const rest = await found(null, { first: 2, after: first.edges[1].cursor });
  const tennis = await found({ kinds: ['TENNIS'] });
  const large = await found({ capacityAtLeast: 100 });
  const away = await found({ facilityCodes: ['132292-0402'] });
  const morning = await found(between('09:00', '13:00'));
  const evening = await found(between('19:00', '21:00'));

  expect([ids(first), first.pageInfo.hasNextPage]).toEqual([['gym', 'tennis'], true]);
  expect([ids(rest), rest.pageInfo.hasNextPage]).toEqual([['pool'], false]);
  expect([ids(tennis), ids(large), ids(away)]).toEqual([['tennis'], ['gym'], ['pool']]);
  expect(ids(morning)).toEqual(['tennis', 'pool']);
  expect(ids(evening)).toEqual(['gym', 'pool']);
});

test('a court tells what stands there, when it is free, its next lottery and how the last went', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aCourt({ equipment: ['卓球台'] }),
    aLotteryRound(),
    someLotteryOdds(),
    aCourtHold(),
  );

  const { data, errors, queries } = await service.ask(`{ court(id: "court") {
    equipment nextLotteries { month phase } odds { month applied won }
    freeIn(in: { from: "2026-11-10T00:00:00+09:00", to: "2026-11-11T00:00:00+09:00" },
      band: { from: "09:00", to: "16:00" }) { edges { node { startsAt } } } } }`);

  expect(errors).toEqual([]);
  expect(queries).toBe(4);
  expect(data.court).toEqual({
    equipment: ['卓球台'],
    nextLotteries: [{ month: '2026-12', phase: 'APPLY' }],
    odds: [{ month: '2026-09', applied: 8, won: 2 }],
    freeIn: { edges: [{ node: { startsAt: '2026-11-10T04:00:00.000Z' } }] },
  });
  const { items } = await service.service.feed(undefined);
  expect(items).toMatchObject([
    { kind: 'lottery-window', data: { facilityCode: '132292-0401', odds: { applied: 8, won: 2 } } },
  ]);
});
