import { ClosingKind } from '@manabi/kit/opening/closing-rule';
import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { aBranchService } from '../branch-service/branch-service.builder.js';
import { BranchServiceKind } from '../branch-service/branch-service.entity.js';
import { aHolding } from '../holding/holding.builder.js';
import { HoldingStatus } from '../holding/holding.entity.js';
import { aProgram } from '../program/program.builder.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';
import { aBranch } from './branch.builder.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const daily = weekdays.map((weekday) => ({ weekday, opensAt: '10:00', closesAt: '18:00' }));

/** Branches along one street, a kilometre apart. */
const branchAt = (id: string, kilometres: number, given = {}) =>
  aBranch({ id, latitude: 35.7, longitude: 139.5 + kilometres / 90, hours: daily, ...given });

const closedOnMondays = { closedDays: [{ rule: ClosingKind.WEEKDAY, weekday: 1 }] };

test('when a branch is closed the nearest open one is told: by hours, closed days and holidays', async () => {
  const service = await openTestService(library);
  await service.plant(
    branchAt('here', 0),
    branchAt('near', 1, closedOnMondays),
    branchAt('far', 3, { closedDays: [{ rule: ClosingKind.HOLIDAY }] }),
    branchAt('nowhere', 0, { latitude: null }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LibraryBranch { id
      monday: nearestOpen { id } tuesday: nearestOpen(at: "2026-10-06T12:00:00+09:00") { id }
      night: nearestOpen(at: "2026-10-06T20:00:00+09:00") { id }
      holiday: nearestOpen(at: "2026-10-12T12:00:00+09:00") { id } } } }`,
    { of: ['here', 'nowhere'].map((id) => ({ __typename: 'LibraryBranch', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[0]).toMatchObject({
    monday: { id: 'far' },
    tuesday: { id: 'near' },
    night: null,
    holiday: null,
  });
  expect(data._entities[1]).toMatchObject({ monday: null, tuesday: null });
  expect(queries).toBe(2);
});

test('of reserved titles a branch tells how many wait, and for 100 branches it costs one query', async () => {
  const service = await openTestService(library);
  const copy = (id: string, status: HoldingStatus, checkedAt?: string) =>
    aHolding({ id, status, ...(checkedAt && { checkedAt: new Date(checkedAt) }) });
  await service.plant(
    aBranch({ pickupShelf: Tri.YES }),
    aBranch({ id: 'other' }),
    aTitle(),
    copy('a', HoldingStatus.RESERVED, '2026-10-04T01:00:00Z'),
    copy('b', HoldingStatus.RESERVED, '2026-10-03T01:00:00Z'),
    copy('c', HoldingStatus.ON_SHELF),
  );

  const { data, errors, queries } = await service.ask(
    '{ libraryBranches { id pickupShelf { offered waiting checkedAt } } }',
  );

  expect(errors).toEqual([]);
  expect(data.libraryBranches).toEqual([
    {
      id: 'branch',
      pickupShelf: { offered: 'YES', waiting: 2, checkedAt: '2026-10-03T01:00:00.000Z' },
    },
    { id: 'other', pickupShelf: { offered: null, waiting: 0, checkedAt: null } },
  ]);
  expect(queries).toBe(2);
});

const october = `in: { from: "2026-10-10T00:00:00+09:00", to: "2026-10-20T00:00:00+09:00" }`;
const onDay = (id: string, day: string, given = {}) =>
  aProgram({
    id,
    venueCode: 'facility-of-branch',
    occurrences: [
      { startsAt: new Date(`2026-09-${day}T10:00:00+09:00`), endsAt: null, allDay: false },
      {
        startsAt: new Date(`2026-10-${day}T10:00:00+09:00`),
        endsAt: new Date(`2026-10-${day}T11:00:00+09:00`),
        allDay: false,
      },
    ],
    ...given,
  });

test('the events that a closure hits are told page by page, for many branches in two queries', async () => {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    aBranch({ id: 'other' }),
    onDay('second', '12'),
    onDay('first', '11'),
    onDay('before', '08'),
    onDay('after', '20'),
    onDay('cancelled', '13', { cancelledAt: new Date() }),
    onDay('elsewhere', '12', { venueCode: 'hall' }),
    aProgram({
      id: 'show',
      venueCode: 'facility-of-branch',
      startsAt: new Date('2026-10-01T00:00:00+09:00'),
      endsAt: new Date('2026-10-31T00:00:00+09:00'),
      occurrences: [],
    }),
  );
  const ask = (after: string | null) =>
    service.ask(
      `query ($after: String) { libraryBranches { programs(${october}, first: 2, after: $after) {
        edges { node { id } } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );

  const first = await ask(null);
  const [page, other] = first.data.libraryBranches;
  const second = await ask(page.programs.pageInfo.endCursor);

  expect([...first.errors, ...second.errors]).toEqual([]);
  expect(page.programs.edges).toEqual([{ node: { id: 'show' } }, { node: { id: 'first' } }]);
  expect(other.programs.edges).toEqual([]);
  expect(second.data.libraryBranches[0].programs).toMatchObject({
    edges: [{ node: { id: 'second' } }],
    pageInfo: { hasNextPage: false },
  });
  expect(first.queries).toBe(3);
});

test('a stretch that ends before it begins is refused', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch());

  const { errors } = await service.ask(`{ libraryBranches { programs(in: {
    from: "2026-10-20T00:00:00+09:00", to: "2026-10-10T00:00:00+09:00" }) { edges { cursor } } } }`);

  expect(errors[0]?.message).toMatch(/end must lie after/);
});

test('what branches do for readers who cannot read print costs one query; nobody said is not no', async () => {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    aBranch({ id: 'silent' }),
    aBranchService({ id: 'a', forWhom: { ja: '来館の難しい方' }, feeYen: 0 }),
    aBranchService({ id: 'b', kind: BranchServiceKind.FACE_TO_FACE_READING, offered: Tri.NO }),
  );

  const { data, errors, queries } = await service.ask(
    `{ libraryBranches { id services { kind offered forWhom { ja } feeYen branch { id } }
       reading: services(kinds: [FACE_TO_FACE_READING]) { offered } } }`,
  );
  const referred = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on BranchService { kind } } }`,
    { of: ['a', 'nobody'].map((id) => ({ __typename: 'BranchService', id })) },
  );

  const branch = { id: 'branch' };
  expect(errors).toEqual([]);
  expect(data.libraryBranches).toEqual([
    {
      ...branch,
      services: [
        { kind: 'FACE_TO_FACE_READING', offered: 'NO', forWhom: null, feeYen: null, branch },
        {
          kind: 'HOME_DELIVERY',
          offered: 'YES',
          forWhom: { ja: '来館の難しい方' },
          feeYen: 0,
          branch,
        },
      ],
      reading: [{ offered: 'NO' }],
    },
    { id: 'silent', services: [], reading: [] },
  ]);
  expect(queries).toBe(3);
  expect(referred.data._entities).toEqual([{ kind: 'HOME_DELIVERY' }, null]);
});

test('a service of a branch is told to followers, and as deleted when the branch gives it up', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), aBranchService());

  const first = await service.service.feed();
  await service.em().execute('delete from branch_service');
  const second = await service.service.feed(first.next);

  expect(first.items).toMatchObject([
    { kind: 'BranchService', data: { kind: 'HOME_DELIVERY', offered: 'YES' } },
  ]);
  expect(second.items).toMatchObject([{ id: 'service', state: 'deleted' }]);
});
