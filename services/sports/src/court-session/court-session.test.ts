import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourt } from '../court/court.builder.js';
import { sports } from '../service.js';
import { aSportsClass } from '../sports-class/sports-class.builder.js';

const time = (day: string) => ({
  startsAt: new Date(`${day}T10:00:00+09:00`),
  endsAt: new Date(`${day}T12:00:00+09:00`),
  allDay: false,
});

test('whom a closure of many courts would hit costs one query, page by page, each with its class', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aCourt({ id: 'gym' }),
    aCourt({ id: 'pool' }),
    aSportsClass({
      id: 'yoga',
      courtId: 'gym',
      occurrences: [time('2026-11-03'), time('2026-11-10'), time('2026-12-01')],
    }),
    aSportsClass({ id: 'dance', courtId: 'gym', occurrences: [time('2026-11-10')] }),
    aSportsClass({
      id: 'gone',
      courtId: 'gym',
      occurrences: [time('2026-11-10')],
      withdrawnAt: new Date(),
    }),
    aSportsClass({ id: 'swim', courtId: 'pool', occurrences: [time('2026-11-04')] }),
  );
  const during = async (after: string | null = null) => {
    const { data, errors, queries } = await service.ask(
      `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Court {
        sessions(in: { from: "2026-11-01T00:00:00+09:00", to: "2026-12-01T00:00:00+09:00" }, first: 2, after: $after) {
          edges { node { startsAt sportsClass { id court { id } } } } pageInfo { hasNextPage endCursor }
        } } } }`,
      { of: ['gym', 'pool'].map((id) => ({ __typename: 'Court', id })), after },
    );
    expect([errors, queries]).toEqual([[], 2]);
    return data._entities.map(({ sessions }: { sessions: unknown }) => sessions);
  };

  const [gym, pool] = await during();
  const [rest] = await during(gym.pageInfo.endCursor);

  const ids = (page: { edges: { node: { sportsClass: { id: string } } }[] }) =>
    page.edges.map(({ node }) => node.sportsClass.id);
  expect([ids(gym), ids(pool), ids(rest)]).toEqual([['yoga', 'dance'], ['swim'], ['yoga']]);
  expect(gym.edges[0].node).toEqual({
    startsAt: '2026-11-03T01:00:00.000Z',
    sportsClass: { id: 'yoga', court: { id: 'gym' } },
  });
});
