import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aDepartment } from '../department/department.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';
import { aClosure } from './closure.builder.js';

const code = (number: number) => `132292-${String(number).padStart(4, '0')}`;

const rooms = [
  { id: 'r1', name: { ja: '第1学習室' }, aliases: ['学習室1'] },
  { id: 'r12', name: { ja: '第12学習室' } },
  { id: 'rj', name: { ja: '実習室' } },
];

const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensAt: '09:00',
  closesAt: '22:00',
}));

/** A time in October 2026 in Japan. */
const on = (day: number, hour = 10) => new Date(Date.UTC(2026, 9, day, hour - 9)).toISOString();

const time = (day: number) => ({ startsAt: on(day), endsAt: on(day, 12), allDay: false });

const october = `in: { from: "${on(10, 9)}", to: "${on(20, 9)}" }`;

test('references to a hundred closures, with the house of each, cost two queries', async () => {
  const service = await openTestService(center);
  const ids = Array.from({ length: 100 }, (_, number) => `c${number}`);
  await service.plant(
    aFacility({ code: code(1), rooms }),
    ...ids.map((id) => aClosure({ id, roomIds: ['rj'] })),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Closure { id reason { ja } facility { code } rooms { name { ja } } } } }`,
    { of: ids.map((id) => ({ __typename: 'Closure', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[7]).toEqual({
    id: 'c7',
    reason: { ja: '空調設備の改修工事のため' },
    facility: { code: code(1) },
    rooms: [{ name: { ja: '実習室' } }],
  });
  expect(queries).toBe(2);
});

test('a house is not open while it is closed for works, nor when only the closure says so; a closed room closes no house', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility({ code: code(1), hours }),
    aFacility({ code: code(2), hours, rooms }),
    aClosure({ facilityCode: code(1) }),
    aClosure({ id: 'room', facilityCode: code(2), roomIds: ['r1'] }),
    aClosure({ id: 'lifted', facilityCode: code(2), liftedAt: new Date(on(11)) }),
  );
  const open = (number: number) =>
    service.ask(`{ facility(code: "${code(number)}") {
      before: openNow(at: "${on(9)}") during: openNow(at: "${on(15)}") after: openNow(at: "${on(20)}")
      lifting: openNow(at: "${on(10)}") } }`);

  expect((await open(1)).data.facility).toMatchObject({
    before: 'YES',
    during: 'NO',
    after: 'YES',
  });
  expect((await open(2)).data.facility).toMatchObject({ lifting: 'NO', during: 'YES' });
});

test('the closures of many houses and whether each is open cost two queries', async () => {
  const service = await openTestService(center);
  await service.plant(
    ...[1, 2, 3].map((number) => aFacility({ code: code(number), hours })),
    aClosure({ id: 'a', facilityCode: code(1) }),
    aClosure({ id: 'b', facilityCode: code(2), endsAt: null }),
    aClosure({
      id: 'c',
      facilityCode: code(2),
      startsAt: new Date(on(1)),
      endsAt: new Date(on(2)),
    }),
    aClosure({ id: 'd', facilityCode: code(3), liftedAt: new Date(on(9)) }),
  );

  const { data, errors, queries } = await service.ask(
    '{ facilities { edges { node { code openNow closures { id endsAt } } } } }',
  );

  expect(errors).toEqual([]);
  expect(data.facilities.edges.map((edge: { node: unknown }) => edge.node)).toEqual([
    { code: code(1), openNow: 'YES', closures: [{ id: 'a', endsAt: '2026-10-19T15:00:00.000Z' }] },
    { code: code(2), openNow: 'YES', closures: [{ id: 'b', endsAt: null }] },
    { code: code(3), openNow: 'YES', closures: [] },
  ]);
  expect(queries).toBe(2);
});

test('a closure hits every offer of any department there and then, and says whom to tell', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility({ code: code(1), rooms }),
    aFacility({ code: code(2) }),
    aDepartment({ code: 'kominkan' }),
    aDepartment({ code: 'library', name: { ja: '図書館' } }),
    aClosure({ facilityCode: code(1) }),
  );
  const course = { venueCode: code(1), endsAt: on(30), startsAt: on(8), capacity: 20, taken: 12 };
  await takeIn(service.em(), [
    aTold('choir', { ...course, occurrences: [time(8), time(12), time(15), time(22)] }),
    aTold('elsewhere', { ...course, venueCode: code(2) }),
    aTold('before', { venueCode: code(1), startsAt: on(8), endsAt: on(9), occurrences: [] }),
    aTold('cancelled', { ...course, cancelledAt: on(1) }),
  ]);
  await takeIn(
    service.em(),
    [
      aTold(
        'story',
        {
          venueCode: code(1),
          startsAt: on(11),
          endsAt: on(11, 12),
          // How many have a place nobody told, so nobody is counted.
          capacity: 8,
          provenance: { department: 'library', sample: true },
        },
        { kind: 'LibraryProgram' },
      ),
    ],
    { source: 'library' },
  );

  const { data, errors } = await service.ask(`{ closure(id: "works") { affected(first: 1) {
    totalCount { value isExact } pageInfo { hasNextPage endCursor }
    departments { department { name { ja } } opportunities times people }
    edges { times { opensAt closesAt } usesClosedRoom opportunity { department title { ja } node { __typename id } } } } } }`);
  const { affected } = data.closure;
  const rest = await service.ask(
    `query ($after: String) { facility(code: "${code(1)}") { affected(${october}, after: $after) {
      edges { times { opensAt } opportunity { node { id } } } pageInfo { hasNextPage } } } }`,
    { after: affected.pageInfo.endCursor },
  );

  expect(errors).toEqual([]);
  expect(affected).toEqual({
    totalCount: { value: 2, isExact: true },
    pageInfo: { hasNextPage: true, endCursor: expect.any(String) as string },
    departments: [
      { department: { name: { ja: '公民館' } }, opportunities: 1, times: 2, people: 11 },
      { department: { name: { ja: '図書館' } }, opportunities: 1, times: 1, people: 0 },
    ],
    edges: [
      {
        times: [{ opensAt: on(11), closesAt: on(11, 12) }],
        usesClosedRoom: 'YES',
        opportunity: {
          department: 'library',
          title: { ja: '講座' },
          node: { __typename: 'LibraryProgram', id: 'story' },
        },
      },
    ],
  });
  expect(rest.data.facility.affected).toEqual({
    edges: [
      {
        times: [{ opensAt: on(12) }, { opensAt: on(15) }],
        opportunity: { node: { id: 'choir' } },
      },
    ],
    pageInfo: { hasNextPage: false },
  });
});

test('closed rooms hit what is held in them, and perhaps what names no room', async () => {
  const service = await openTestService(center);
  await service.plant(aFacility({ code: code(1), rooms }));
  const at = (id: string, day: number, roomText: string | null) =>
    aTold(id, { venueCode: code(1), startsAt: on(day), endsAt: on(day, 12), roomText });
  await takeIn(service.em(), [
    at('choir', 11, '２階　第１学習室、実習室'),
    at('twelfth', 12, '第12学習室'),
    at('nowhere', 13, null),
    at('alias', 14, '学習室 1'),
  ]);

  const { data } = await service.ask(`{ facility(code: "${code(1)}") {
    affected(${october}, roomIds: ["r1"]) { edges { usesClosedRoom opportunity { node { id } } } }
    none: affected(${october}, roomIds: ["of another house"]) { totalCount { value } } } }`);

  const { affected, none } = data.facility;
  expect(
    affected.edges.map(
      (edge: { usesClosedRoom: string; opportunity: { node: { id: string } } }) => [
        edge.opportunity.node.id,
        edge.usesClosedRoom,
      ],
    ),
  ).toEqual([
    ['choir', 'YES'],
    ['nowhere', 'UNKNOWN'],
    ['alias', 'YES'],
  ]);
  expect(none.totalCount.value).toBe(1);
});

test('what closures of many houses hit, and who may stand in, costs one query each', async () => {
  const service = await openTestService(center);
  const point = (longitude: number) => ({ latitude: 35.7, longitude });
  await service.plant(
    aFacility({ code: code(1), type: 'KOMINKAN', point: point(139.5) }),
    aFacility({ code: code(2), type: 'KOMINKAN', point: point(139.51) }),
    aFacility({ code: code(3), type: 'KOMINKAN', point: point(139.53) }),
    aFacility({ code: code(4), type: 'LIBRARY', point: point(139.501) }),
    aClosure({ id: 'one', facilityCode: code(1) }),
    aClosure({ id: 'two', facilityCode: code(2), startsAt: new Date(on(21)), endsAt: null }),
  );
  await takeIn(service.em(), [
    aTold('choir', { venueCode: code(1), startsAt: on(11), endsAt: on(11, 12) }),
    aTold('kayak', { venueCode: code(2), startsAt: on(25), endsAt: on(25, 12) }),
  ]);

  const { data, errors, queries } = await service.ask(`{
    closures(in: { from: "${on(5)}", to: "${on(31)}" }) { edges { node { id
      affected { edges { opportunity { node { id } } } } standIns { metres facility { code } } } } } }`);

  expect(errors).toEqual([]);
  expect(data.closures.edges.map((edge: { node: unknown }) => edge.node)).toEqual([
    {
      id: 'one',
      affected: { edges: [{ opportunity: { node: { id: 'choir' } } }] },
      standIns: [
        { metres: 903, facility: { code: code(2) } },
        { metres: 2709, facility: { code: code(3) } },
      ],
    },
    {
      id: 'two',
      affected: { edges: [{ opportunity: { node: { id: 'kayak' } } }] },
      standIns: [
        { metres: 903, facility: { code: code(1) } },
        { metres: 1806, facility: { code: code(3) } },
      ],
    },
  ]);
  expect(queries).toBe(4);
});

test('a search tells of what it finds that its house will be closed', async () => {
  const service = await openTestService(center);
  await service.plant(aFacility({ code: code(1) }), aClosure({ facilityCode: code(1) }));
  await takeIn(service.em(), [
    aTold('between', {
      venueCode: code(1),
      startsAt: on(8),
      endsAt: on(25),
      occurrences: [time(8), time(24)],
    }),
    aTold('choir', {
      venueCode: code(1),
      startsAt: on(9),
      endsAt: on(25),
      occurrences: [time(9), time(12)],
    }),
  ]);

  const { data, queries } = await service.ask(
    '{ opportunities { edges { node { id } venueClosures { id } } } }',
  );

  expect(data.opportunities.edges).toEqual([
    { node: { id: 'between' }, venueClosures: [] },
    { node: { id: 'choir' }, venueClosures: [{ id: 'works' }] },
  ]);
  expect(queries).toBe(2);
});

test('a time that ends before it begins is refused', async () => {
  const service = await openTestService(center);
  await service.plant(aFacility({ code: code(1) }));

  const { errors } = await service.ask(
    `{ facility(code: "${code(1)}") { closures(in: { from: "${on(20)}", to: "${on(10)}" }) { id } } }`,
  );

  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('followers are told of a closure and of its lifting', async () => {
  const service = await openTestService(center);
  await service.plant(aFacility({ code: code(1) }), aClosure({ facilityCode: code(1) }));
  await service.em().execute(`update closure set lifted_at = '${on(11)}'`);

  const { items } = await service.service.feed();

  expect(items.filter(({ kind }) => kind === 'Closure')).toMatchObject([
    {
      id: 'works',
      state: 'updated',
      data: {
        facilityCode: code(1),
        roomIds: [],
        endsAt: '2026-10-19T15:00:00.000Z',
        liftedAt: on(11),
      },
    },
  ]);
});
