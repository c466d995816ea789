import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { sports } from '../service.js';
import { aSportsClass } from '../sports-class/sports-class.builder.js';

test('what many people coached costs one query, latest first, page by page', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aSportsClass({ id: 'old', startsAt: new Date('2020-01-01'), coachIds: ['a'] }),
    aSportsClass({ id: 'new', startsAt: new Date('2026-01-01'), coachIds: ['b', 'a'] }),
    aSportsClass({ id: 'some-day', coachIds: ['a'] }),
  );
  const coached = async (ids: string[], after: string | null = null) => {
    const { data, errors, queries } = await service.ask(
      `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Person {
        coached(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
      } } }`,
      { of: ids.map((id) => ({ __typename: 'Person', id })), after },
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data._entities.map(({ coached: page }: { coached: unknown }) => page);
  };
  const nodes = (...ids: string[]) => ids.map((id) => ({ node: { id } }));

  const [ofA, ofB, ofC] = await coached(['a', 'b', 'c']);
  const [rest] = await coached(['a'], ofA.pageInfo.endCursor);

  expect(ofA).toMatchObject({ edges: nodes('new', 'old'), pageInfo: { hasNextPage: true } });
  expect(ofB).toMatchObject({ edges: nodes('new'), pageInfo: { hasNextPage: false } });
  expect(ofC.edges).toEqual([]);
  expect(rest).toMatchObject({ edges: nodes('some-day'), pageInfo: { hasNextPage: false } });
});
