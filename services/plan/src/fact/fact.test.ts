import type { FeedPage } from '@manabi/kit/feed/publisher';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aLink, aMeasure } from '../measure/measure.builder.js';
import { plan } from '../service.js';

const told = (given: object = {}) => ({
  title: { ja: '講座' },
  audiences: ['SENIOR'],
  subjectKeys: [{ scheme: 'NDC', code: '49' }],
  occurrences: [],
  startsAt: '2026-10-10T01:00:00.000Z',
  provenance: { department: 'kominkan', sample: false },
  ...given,
});

const item = (id: string, data?: object, kind = 'Course') => ({
  id,
  kind,
  modified: 1,
  ...(data ? { state: 'updated' as const, data: { ...data } } : { state: 'deleted' as const }),
});

/** A feed whose pages the test writes. Whoever asks with a cursor gets the page after it, and an empty one at the end. */
function aFeed() {
  const pages: FeedPage[] = [];
  return {
    tell: (epoch: string, ...items: FeedPage['items'][number][]) =>
      pages.push({ epoch, items, next: `${epoch}.${pages.length + 1}` }),
    read: async (cursor: string | undefined): Promise<FeedPage> => {
      const at = pages.findIndex(({ next }) => next === cursor);
      const { epoch, next } = pages[at] ?? { epoch: 'e1', next: 'e1.0' };
      return pages[at + 1] ?? { epoch, next, items: [] };
    },
  };
}

async function openPlan() {
  const feed = aFeed();
  const service = await openTestService(plan, { feeds: { kominkan: feed.read } });
  const facts = () =>
    service
      .em()
      .execute<{ id: string }[]>('select opportunity_id as id from opportunity_fact order by 1');
  return {
    ...service,
    feed,
    ids: async () => (await facts()).map(({ id }) => id),
    faults: () => service.em().execute('select source, id, message from fact_fault'),
  };
}

test('opportunities of a feed become facts, and other kinds are passed over', async () => {
  const { feed, service, ids, ask, plant } = await openPlan();
  await plant(aMeasure({ code: '1-1' }), aLink('1-1', 'a'));
  feed.tell('e1', item('a', told()), item('b', told()), item('hall', {}, 'FacilityAccess'));
  await service.catchUp();
  const first = await ids();
  feed.tell('e1', item('a', told({ withdrawnAt: '2026-10-01T00:00:00.000Z' })), item('b'));
  await service.catchUp();

  expect(first).toEqual(['a', 'b']);
  expect(await ids()).toEqual(['a']);
  const { data } = await ask('{ measure(code: "1-1") { coverage { opportunities { value } } } }');
  expect(data.measure.coverage.opportunities.value).toBe(0);
});

test('the same page twice changes nothing', async () => {
  const { feed, service, ids } = await openPlan();
  feed.tell('e1', item('a', told()));
  feed.tell('e1', item('a', told()));
  await service.catchUp();

  expect(await ids()).toEqual(['a']);
});

test('what a restored service does not tell again is gone', async () => {
  const { feed, service, ids } = await openPlan();
  feed.tell('e1', item('a', told()), item('b', told()));
  await service.catchUp();
  feed.tell('e2', item('b', told()));
  await service.catchUp();

  expect(await ids()).toEqual(['b']);
});

test('what cannot be read is set aside with its reason, and forgotten once it can', async () => {
  const { feed, service, ids, faults } = await openPlan();
  feed.tell('e1', item('bad', told({ startsAt: 'soon' })), item('good', told()));
  await service.catchUp();
  const early = [await ids(), await faults()];
  feed.tell('e1', item('bad', told()));
  await service.catchUp();

  expect(early).toEqual([
    ['good'],
    [{ source: 'kominkan', id: 'bad', message: expect.stringMatching(/^startsAt: /) }],
  ]);
  expect(await ids()).toEqual(['bad', 'good']);
  expect(await faults()).toEqual([]);
});

test('what moved to another service counts on when the old one withdraws it later', async () => {
  const [old, next] = [aFeed(), aFeed()];
  const { ask, plant, service } = await openTestService(plan, {
    feeds: { kominkan: old.read, sports: next.read },
  });
  await plant(aMeasure({ code: '1-1' }), aLink('1-1', 'a'));
  old.tell('e1', item('a', told()));
  await service.catchUp();
  next.tell('s1', item('a', told(), 'SportsClass'));
  await service.catchUp();
  old.tell('e1', item('a', told({ withdrawnAt: '2026-10-01T00:00:00.000Z' })));
  await service.catchUp();

  const { data } = await ask('{ measure(code: "1-1") { coverage { opportunities { value } } } }');

  expect(data.measure.coverage.opportunities.value).toBe(1);
});
