import { expect, test } from 'vitest';

import type { Question } from '../answer/question.js';
import type { Told } from '../answer/told.js';
import { siteIndex, siteMap } from './sitemap-told.js';

/** A graph of so many opportunities, a hundred a page, whose cursors are their numbers. */
const questionOf = (all: number, said = ''): Question => ({
  graph: {
    ask: async ({ variables }) => {
      const from = Number(variables['after'] ?? 0);
      const to = Math.min(all, from + 100);
      const edges = Array.from({ length: to - from }, (_, at) => ({
        indexedAt: null,
        node: { id: `o${from + at}` },
      }));
      const pageInfo = { hasNextPage: to < all, endCursor: `${to}` };
      return { data: { opportunities: { edges, pageInfo } } };
    },
  },
  city: { code: '132292', prefecture: '東京都', city: '西東京市', address: 'https://hub.test' },
  now: new Date(),
  said: new URLSearchParams(said),
  address: '/sitemap.xml',
  wantsLinkedData: false,
  signal: new AbortController().signal,
});

async function addressesIn({ body }: Told): Promise<string[]> {
  let text = '';
  for await (const piece of body) text += piece;
  return [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
}

test('a city of more than 50,000 pages has maps of 50,000 pages each, which name every page once', async () => {
  const maps = await addressesIn(await siteIndex(questionOf(50_100)));
  const first = await addressesIn(await siteMap(questionOf(50_100), 'opportunities'));
  const second = await addressesIn(
    await siteMap(questionOf(50_100, 'after=50000'), 'opportunities'),
  );

  expect(maps).toEqual([
    'https://hub.test/sitemap/facilities.xml',
    'https://hub.test/sitemap/opportunities.xml',
    'https://hub.test/sitemap/opportunities.xml?after=50000',
  ]);
  expect([first.length, second.length]).toEqual([50_000, 100]);
  expect(new Set([...first, ...second]).size).toBe(50_100);
});

test('a city of 50,000 pages needs no second map', async () => {
  const maps = await addressesIn(await siteIndex(questionOf(50_000)));

  expect(maps).toHaveLength(2);
});
