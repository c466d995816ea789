import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { welfare } from '../service.js';
import { aChildcareSession } from './childcare.builder.js';

const hours = (day: string) => ({
  startsAt: new Date(`2026-10-${day}T10:00:00+09:00`),
  endsAt: new Date(`2026-10-${day}T12:00:00+09:00`),
});

const ask = `query ($of: [_Any!]!, $after: String, $at: DateTime) { _entities(representations: $of) { ... on Facility {
  childcare(first: 2, after: $after, at: $at) { edges { node { id startsAt placesLeft fee { kind yen } facility { code } } }
    pageInfo { hasNextPage endCursor } } } } }`;

test('the childcare of 100 facilities costs one query and leaves out what is over', async () => {
  const service = await openTestService(welfare);
  await service.plant(
    aChildcareSession({ id: 'over', facilityCode: 'f1', ...hours('01') }),
    aChildcareSession({ id: 'c', facilityCode: 'f1', ...hours('08') }),
    aChildcareSession({ id: 'b', facilityCode: 'f1', ...hours('07') }),
    aChildcareSession({ id: 'a', facilityCode: 'f1', ...hours('07'), placesLeft: 2, feeYen: 300 }),
    aChildcareSession({ id: 'x', facilityCode: 'f2', ...hours('09'), feeYen: 0 }),
  );
  const of = Array.from({ length: 100 }, (_, at) => ({ __typename: 'Facility', code: `f${at}` }));
  const ids = (page: { edges: { node: { id: string } }[] }) =>
    page.edges.map(({ node }) => node.id);

  const { data, errors, queries } = await service.ask(ask, { of });
  const page = data._entities[1].childcare;
  const next = await service.ask(ask, { of: [of[1]], after: page.pageInfo.endCursor });
  const earlier = await service.ask(ask, { of: [of[1]], at: '2026-09-30T00:00:00Z' });

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(ids(page)).toEqual(['a', 'b']);
  expect(page.edges[0].node).toEqual({
    id: 'a',
    startsAt: '2026-10-07T01:00:00.000Z',
    placesLeft: 2,
    fee: { kind: 'PAID', yen: 300 },
    facility: { code: 'f1' },
  });
  expect(page.pageInfo.hasNextPage).toBe(true);
  expect(ids(data._entities[2].childcare)).toEqual(['x']);
  expect(data._entities[3].childcare.edges).toEqual([]);
  expect(ids(next.data._entities[0].childcare)).toEqual(['c']);
  expect(ids(earlier.data._entities[0].childcare)).toEqual(['over', 'a']);
});

test('followers are told at which opportunity children are looked after', async () => {
  const service = await openTestService(welfare);
  await service.plant(aChildcareSession({ places: 6, placesLeft: 3, minMonths: 6 }));

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    {
      kind: 'ChildcareSession',
      id: 'childcare',
      data: {
        opportunityId: 'course',
        startsAt: '2026-10-10T00:45:00.000Z',
        places: 6,
        placesLeft: 3,
        minMonths: 6,
        maxMonths: null,
        feeYen: null,
      },
    },
  ]);
});
