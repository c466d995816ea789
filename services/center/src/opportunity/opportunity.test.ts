import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { ToldFeed, aTold } from './told.builder.js';

async function openIndex(...items: Parameters<ToldFeed['tell']>) {
  const kominkan = new ToldFeed(...items);
  const service = await openTestService(center, { feeds: { kominkan: kominkan.read } });
  await service.service.catchUp();
  return { ...service, kominkan };
}

test('what a department tells is found after the next look', async () => {
  const { ask, service, kominkan } = await openIndex(aTold('choir', { title: { ja: '合唱' } }));
  kominkan.tell(aTold('kayak', { title: { ja: 'カヤック', kana: 'カヤック' } }, { modified: 2 }));

  await service.catchUp();
  const { data, errors } = await ask(
    `{ opportunities(filter: { text: "かやっく" }) {
         totalCount { value isExact }
         edges { kind department title { ja } startsAt applicationState distance sample node { __typename id } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.opportunities).toEqual({
    totalCount: { value: 1, isExact: true },
    edges: [
      {
        kind: 'COURSE',
        department: 'kominkan',
        title: { ja: 'カヤック' },
        startsAt: '2026-10-20T01:00:00.000Z',
        applicationState: 'UNKNOWN',
        distance: null,
        sample: false,
        node: { __typename: 'Course', id: 'kayak' },
      },
    ],
  });
});

test('a page with facets, venues and readings costs three statements', async () => {
  const items = Array.from({ length: 30 }, (_, place) =>
    aTold(`course-${place}`, { venueCode: 'hall' }),
  );
  const { ask } = await openIndex(...items);

  const { data, errors, queries } = await ask(
    `{ opportunities(first: 20) {
         totalCount { value } pageInfo { hasNextPage endCursor } edges { venue { code } }
         facets { field label { ja } isExact values { code label { ja } count } }
         readings { department readAt behind isBehind } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.opportunities.edges).toHaveLength(20);
  expect(queries).toBe(3);
});
