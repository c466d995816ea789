import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { sports } from '../service.js';
import { aCommunityClub } from './community-club.builder.js';

test('the register of clubs is read page by page, each with what it says of itself', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aCommunityClub({
      id: 'a',
      name: { ja: '見本クラブ', kana: 'ミホンクラブ' },
      sports: ['卓球', 'ヨガ'],
      ages: { minMonths: 36, maxMonths: null },
      yearlyFeeYen: 3_000,
      acceptsBeginners: Tri.YES,
      since: 2005,
      homeCode: '132292-0401',
    }),
    aCommunityClub({ id: 'b' }),
    aCommunityClub({ id: 'c' }),
  );
  const page = (after: string | null) =>
    service.ask(
      `query ($after: String) { communityClubs(first: 2, after: $after) {
        edges { node { id name { ja } sports ages { minMonths } yearlyFeeYen acceptsBeginners since home { code } } }
        pageInfo { hasNextPage endCursor }
      } }`,
      { after },
    );

  const first = await page(null);
  const rest = await page(first.data.communityClubs.pageInfo.endCursor);

  expect(first.errors).toEqual([]);
  expect(first.queries).toBe(1);
  expect(first.data.communityClubs.edges[0].node).toEqual({
    id: 'a',
    name: { ja: '見本クラブ' },
    sports: ['卓球', 'ヨガ'],
    ages: { minMonths: 36 },
    yearlyFeeYen: 3_000,
    acceptsBeginners: 'YES',
    since: 2005,
    home: { code: '132292-0401' },
  });
  expect(first.data.communityClubs.edges[1].node).toMatchObject({
    id: 'b',
    sports: [],
    acceptsBeginners: 'UNKNOWN',
    home: null,
  });
  expect(rest.data.communityClubs).toMatchObject({
    edges: [{ node: { id: 'c' } }],
    pageInfo: { hasNextPage: false },
  });
});

test('references to a hundred clubs cost one query', async () => {
  const service = await openTestService(sports);
  const ids = Array.from({ length: 100 }, (_, at) => `club-${at}`);
  await service.plant(...ids.map((id) => aCommunityClub({ id })));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CommunityClub { id } } }`,
    { of: ids.map((id) => ({ __typename: 'CommunityClub', id })) },
  );

  expect(data._entities).toEqual(ids.map((id) => ({ id })));
  expect(queries).toBe(1);
});
