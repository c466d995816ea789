import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { plan } from '../service.js';
import { anActivity } from './activity.builder.js';
import { CommunityActivityKind } from './activity.entity.js';

const sample = { department: 'plan', sample: true };

test('the careers of 100 districts and 100 groups cost two queries, by fiscal year', async () => {
  const service = await openTestService(plan);
  const here = { districtCode: 'D07', groupId: 'g7' };
  await service.plant(
    anActivity({ id: 'march', ...here, heldOn: '2026-03-31', participants: 40, helpers: 3 }),
    anActivity({ id: 'april', ...here, heldOn: '2026-04-01', participants: 6 }),
    anActivity({
      id: 'show',
      districtCode: 'D07',
      kind: CommunityActivityKind.PRESENTATION,
      heldOn: '2026-05-01',
      participants: 5,
      groupId: 'g8',
    }),
    anActivity({ id: 'sample', ...here, heldOn: '2026-06-01', provenance: sample }),
    anActivity({ id: 'sample of old', ...here, heldOn: '2024-06-01', provenance: sample }),
  );
  const of = Array.from({ length: 100 }, (_, at) => [
    { __typename: 'SchoolDistrict', code: `D${String(at).padStart(2, '0')}` },
    { __typename: 'Group', id: `g${at}` },
  ]).flat();
  const year = `career(from: 2024) { fiscalYear activities { value } presentations { value } groups { value }
    participants { value isHeldBack } helpers { value isHeldBack } sample latest { id heldOn } }`;

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on SchoolDistrict { ${year} } ... on Group { ${year} } } }`,
    { of },
  );

  const told = data._entities[14].career.map(
    (row: { activities: { value: number }; latest: { id: string } } & Record<string, unknown>) => [
      row['fiscalYear'],
      row.activities.value,
      row['participants'],
      row['helpers'],
      row['sample'],
      row.latest.id,
    ],
  );
  const nobodyCounted = { value: null, isHeldBack: false };
  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(told).toEqual([
    [2026, 2, { value: 10, isHeldBack: false }, nobodyCounted, false, 'show'],
    [2025, 1, { value: 40, isHeldBack: false }, { value: null, isHeldBack: true }, false, 'march'],
    [2024, 1, nobodyCounted, nobodyCounted, true, 'sample of old'],
  ]);
  expect(data._entities[15].career[0].participants).toEqual({ value: null, isHeldBack: true });
  expect(data._entities[16].career).toEqual([]);
});

test('activities are read on from a cursor, latest first, and found by year, kind and measure', async () => {
  const service = await openTestService(plan);
  await service.plant(
    anActivity({ id: 'a', heldOn: '2026-03-01', measureCodes: ['3-1-0-2'] }),
    anActivity({ id: 'b', heldOn: '2026-04-01' }),
    anActivity({ id: 'c', heldOn: '2026-04-01', kind: CommunityActivityKind.SERVICE }),
  );
  const ids = async (filter: object, after: string | null = null) => {
    const { data, errors } = await service.ask(
      `query ($filter: ActivityFilter, $after: String) { communityActivities(first: 2, filter: $filter, after: $after) {
        edges { node { id } } pageInfo { endCursor } } }`,
      { filter, after },
    );
    expect(errors).toEqual([]);
    const { edges, pageInfo } = data.communityActivities;
    return {
      ids: edges.map(({ node }: { node: { id: string } }) => node.id),
      end: pageInfo.endCursor,
    };
  };

  const first = await ids({});

  expect(first.ids).toEqual(['c', 'b']);
  expect((await ids({}, first.end)).ids).toEqual(['a']);
  expect((await ids({ fiscalYear: 2025 })).ids).toEqual(['a']);
  expect((await ids({ kind: 'SERVICE' })).ids).toEqual(['c']);
  expect((await ids({ measure: '3-1-0-2' })).ids).toEqual(['a']);
});

test('how many took part in one activity is for those with the scope', async () => {
  const service = await openTestService(plan);
  await service.plant(anActivity({ participants: 12 }));
  const ask = '{ communityActivities { edges { node { id participants } } } }';

  const resident = await service.ask(ask);
  const analyst = await service.ask(ask, {}, { role: 'analyst', scopes: ['plan.statistics'] });

  expect(resident.data.communityActivities.edges[0].node).toEqual({
    id: 'activity',
    participants: null,
  });
  expect(analyst.data.communityActivities.edges[0].node.participants).toBe(10);
});
