import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { aTold, takeIn } from './told.builder.js';

const near = 'near: { latitude: 35.7285, longitude: 139.5527, metres: 5000 }';
const hour = 3_600_000;
/** When some have begun and others have not. */
const moment = '2026-11-01T09:00:00.000Z';

async function openWith(many: number) {
  const service = await openTestService(center);
  const sample = '{"department":"center","sample":true}';
  await service.em().execute(
    `insert into facility (code, name, point, provenance)
     select 'F' || n, '{"ja":"館"}', jsonb_build_object('latitude', 35.7285 + n * 0.002, 'longitude', 139.5527), ?
     from generate_series(0, 6) n`,
    [sample],
  );
  const items = Array.from({ length: many }, (_, place) => {
    // Every third starts with another: a page may end between two of the same moment.
    const startsAt = new Date(
      Date.UTC(2026, 10, 1) + Math.floor(((place * 7919) % many) / 3) * hour,
    );
    return aTold(`id-${(place * 31) % many}-${place}`, {
      title: { ja: `講座の${place}` },
      startsAt: place % 50 === 0 ? null : startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 1_440 * hour).toISOString(),
      applyClosesAt: new Date(startsAt.getTime() - 48 * hour).toISOString(),
      venueCode: `F${place % 7}`,
    });
  });
  for (let from = 0; from < items.length; from += 500)
    await takeIn(service.em(), items.slice(from, from + 500));
  return service;
}

async function walk(
  { ask }: Awaited<ReturnType<typeof openTestService>>,
  sort: string,
  first: number,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors, queries } = await ask(
      `query ($after: String) { opportunities(sort: ${sort}, at: "${moment}", first: ${first}, after: $after, filter: { text: "の", ${near} }) {
         pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    expect(queries).toBe(1);
    const { edges, pageInfo } = data.opportunities;
    seen.push(...edges.map((edge: { node: { id: string } }) => edge.node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return seen;
}

const orders: Readonly<Record<string, string>> = {
  STARTS_AT: 'starts_sort, id',
  UPCOMING: `starts_sort = 'infinity', starts_sort < '${moment}', starts_sort, id`,
  APPLICATION_CLOSES: 'closes_sort, id',
  RECENT: 'indexed_at desc, id desc',
  DISTANCE: 'substr(venue_code, 2)::integer, id',
};

test.each([
  [40, 7],
  [1_100, 100],
])(
  'of %i found ones, pages of %i show each once and in order, whatever the order',
  async (many, first) => {
    const service = await openWith(many);

    for (const [sort, order] of Object.entries(orders)) {
      const expected = await service
        .em()
        .execute<{ id: string }[]>(`select id from opportunity_search order by ${order}`);
      expect(await walk(service, sort, first)).toEqual(expected.map((row) => row.id));
    }
  },
);

test('more than a thousand are counted as a thousand or more', async () => {
  const service = await openWith(1_100);
  const count = async (filter: string) => {
    const { data } = await service.ask(
      `{ opportunities(first: 1, filter: ${filter}) { totalCount { value isExact } facets(fields: [DEPARTMENT]) { isExact values { count } } } }`,
    );
    return data.opportunities;
  };

  expect(await count('{ text: "の" }')).toEqual({
    totalCount: { value: 1_000, isExact: false },
    facets: [{ isExact: true, values: [{ count: 1_100 }] }],
  });
  expect((await count('{ text: "の11" }')).totalCount.isExact).toBe(true);
});

test('references to a hundred opportunities of any kind cost one query', async () => {
  const service = await openWith(100);
  const ids = await service.em().execute<{ id: string }[]>('select id from opportunity_entry');

  const { data, errors, queries } = await service.ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on LearningOpportunity { id } } }',
    { of: [...ids, { id: 'nobody' }].map(({ id }) => ({ __typename: 'LearningOpportunity', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[0]).toEqual({ __typename: 'Course', id: ids[0]!.id });
  expect(data._entities[100]).toBeNull();
  expect(queries).toBe(1);
});
