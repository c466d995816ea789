import type { OpenService } from '@manabi/kit/open';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { rebuildIndex } from './index-rebuild.feed.js';
import { indexedSources } from './index-source.rules.js';
import { ToldFeed, aTold, takeIn } from './told.builder.js';

type Ask = Awaited<ReturnType<typeof openTestService>>['ask'];

async function found(ask: Ask, filter = '{}'): Promise<string[]> {
  const { data, errors } = await ask(
    `{ opportunities(first: 100, filter: ${filter}) { edges { node { id } } } }`,
  );
  expect(errors).toEqual([]);
  return data.opportunities.edges.map((edge: { node: { id: string } }) => edge.node.id).sort();
}

test('a page that arrives twice, or late, changes nothing', async () => {
  const { ask, em } = await openTestService(center);
  const early = aTold('choir', { title: { ja: '合唱' } }, { modified: 3 });
  await takeIn(em(), [aTold('choir', { title: { ja: '混声合唱' } }, { modified: 7 })]);
  const before = await em().execute('select * from opportunity_text');

  await takeIn(em(), [early]);
  await takeIn(em(), [aTold('choir', { title: { ja: '混声合唱' } }, { modified: 7 })]);

  expect(await em().execute('select * from opportunity_text')).toEqual(before);
  expect(await found(ask, '{ text: "混声" }')).toEqual(['choir']);
});

test('what is told again in the same words is marked as told and not indexed again', async () => {
  const { em } = await openTestService(center);
  const rows = `select s.xmin::text as search, t.xmin::text as text, e.modified::integer, e.epoch
    from opportunity_search s join opportunity_text t using (id) join opportunity_entry e using (id)`;
  await takeIn(em(), [aTold('choir')]);
  const [before] = await em().execute<{ search: string; text: string }[]>(rows);

  await takeIn(em(), [aTold('choir', {}, { modified: 9 })], { epoch: 'second' });

  expect(await em().execute(rows)).toEqual([{ ...before, modified: 9, epoch: 'second' }]);
});

test('who watches when an entry was indexed counts no applications, and sees when a step of places left is reached', async () => {
  const { em } = await openTestService(center);
  const moment = async () =>
    (await em().execute('select indexed_at from opportunity_search'))[0]?.indexed_at as unknown;
  const told = async (taken: number, modified: number) =>
    takeIn(em(), [aTold('choir', { capacity: 40, taken, waiting: 0 }, { modified })]);
  await told(3, 1);
  const before = await moment();

  await told(4, 2);
  const after = await moment();
  await told(21, 3);

  expect(after).toEqual(before);
  expect(await moment()).not.toEqual(before);
  expect(await em().execute(`select data ->> 'taken' as taken from opportunity_entry`)).toEqual([
    { taken: '21' },
  ]);
});

test('a new epoch sweeps what is not told again, and leaves other departments alone', async () => {
  const kominkan = new ToldFeed(aTold('choir'), aTold('kayak'), aTold('tea'));
  const { service, ask, em } = await openTestService(center, {
    feeds: { kominkan: kominkan.read },
  });
  await takeIn(em(), [aTold('swimming')], { source: 'sports' });
  await service.catchUp();

  kominkan.beginAnew(aTold('kayak'), aTold('drawing'));
  await service.catchUp();

  expect(await found(ask)).toEqual(['drawing', 'kayak', 'swimming']);
});

test('what cannot be read is set aside with its reason, and the rest is found', async () => {
  const { ask, em } = await openTestService(center);
  const unreadable = { id: 'bad', kind: 'Course', state: 'updated', modified: 1 } as const;

  await takeIn(em(), [
    aTold('choir'),
    { ...unreadable, data: { title: 'no text' } },
    aTold('rich', { fee: { kind: 'PAID' as never, yen: 9_000_000_000 } }),
    aTold('nul', { title: { ja: 'a\u0000b' } }),
    aTold('kayak'),
  ]);

  expect(await found(ask)).toEqual(['choir', 'kayak']);
  const faults = await em().execute<{ id: string; message: string }[]>(
    'select id, message from index_fault order by id',
  );
  expect(faults.map((fault) => fault.id)).toEqual(['bad', 'nul', 'rich']);
  expect(faults[0]!.message).toContain('title: ');
});

test('a fault is forgotten once the item can be read', async () => {
  const { em } = await openTestService(center);
  const hall = { id: 'hall', kind: 'FacilityAccess', state: 'updated', modified: 1 } as const;
  await takeIn(em(), [
    { id: 'choir', kind: 'Course', state: 'updated', modified: 1, data: {} },
    { ...hall, data: { facilityCode: 'hall', items: { WHEELCHAIR: 'PERHAPS' } } },
  ]);

  await takeIn(em(), [
    aTold('choir', {}, { modified: 2 }),
    { ...hall, modified: 2, data: { facilityCode: 'hall', items: { WHEELCHAIR: 'YES' } } },
  ]);

  expect(await em().execute('select * from index_fault')).toEqual([]);
});

test('what is withdrawn leaves the search and still answers by its id; what is deleted is gone', async () => {
  const { ask, em } = await openTestService(center);
  await takeIn(em(), [aTold('choir'), aTold('kayak')]);

  await takeIn(em(), [
    aTold('choir', { withdrawnAt: '2026-10-01T00:00:00Z' }, { modified: 2 }),
    { id: 'kayak', kind: 'Course', state: 'deleted', modified: 3 },
  ]);

  expect(await found(ask)).toEqual([]);
  const { data } = await ask(
    '{ choir: opportunity(id: "choir") { __typename id } kayak: opportunity(id: "kayak") { id } }',
  );
  expect(data).toEqual({ choir: { __typename: 'Course', id: 'choir' }, kayak: null });
});

test('an opportunity that moved to another department is not lost when the old one drops it', async () => {
  const { ask, em } = await openTestService(center);
  await takeIn(em(), [aTold('choir')], { source: 'kominkan' });
  await takeIn(em(), [aTold('choir', {}, { kind: 'ExternalOffering' })], { source: 'center' });

  await takeIn(em(), [{ id: 'choir', kind: 'Course', state: 'deleted', modified: 9 }]);

  expect(await found(ask)).toEqual(['choir']);
});

test('an opportunity that moved to another department stays found when the old one withdraws it later', async () => {
  const { ask, em } = await openTestService(center);
  const withdrawnAt = '2026-10-01T00:00:00Z';
  await takeIn(em(), [aTold('choir')]);
  await takeIn(em(), [aTold('choir', {}, { kind: 'SportsClass' })], { source: 'sports' });

  await takeIn(em(), [aTold('choir', { withdrawnAt }, { modified: 2 })]);

  expect(await found(ask)).toEqual(['choir']);
  const { data } = await ask('{ opportunity(id: "choir") { __typename } }');
  expect(data.opportunity).toEqual({ __typename: 'SportsClass' });
});

test('a rebuilt index finds the same, keeps the moments of what did not change, and drops what was never told', async () => {
  const { ask, em, service, kominkan } = await openWithStale();
  const moments = 'select id, indexed_at from opportunity_search order by id';
  const before = await em().execute<{ id: string }[]>(moments);
  const head = await service.head();

  const rebuilt = await rebuildIndex(em(), feedsWith(service, kominkan));

  expect(await service.head()).not.toBe(head);
  expect(rebuilt.opportunities).toBe(3);
  expect(await em().execute(moments)).toEqual(before.filter((row) => row.id !== 'stale'));
  expect(await found(ask, '{ text: "合唱" }')).toEqual(['choir']);
  await rebuildIndex(em(), feedsWith(service, kominkan));
  expect(await found(ask)).toEqual(['choir', 'kayak', 'tea']);
});

test('searches go on while the index is rebuilt, and following goes on after it', async () => {
  const { ask, service, em, kominkan } = await openWithStale();
  const during: string[][] = [];
  const slow = async (cursor: string | undefined) => {
    during.push(await found(ask));
    return kominkan.read(cursor);
  };

  await rebuildIndex(em(), { ...feedsWith(service, kominkan), kominkan: slow });
  kominkan.tell(aTold('drawing', {}, { modified: 9 }));
  await service.catchUp();

  expect(new Set(during.map(String))).toEqual(new Set(['choir,kayak,stale,tea']));
  expect(await found(ask)).toEqual(['choir', 'drawing', 'kayak', 'tea']);
});

test('a rebuild that loses a feed leaves the old index as it was', async () => {
  const { ask, em, service, kominkan } = await openWithStale();
  const broken = () => Promise.reject(new Error('The feed is silent.'));

  await expect(
    rebuildIndex(em(), { ...feedsWith(service, kominkan), welfare: broken }),
  ).rejects.toThrow('The feed is silent.');

  expect(await found(ask)).toEqual(['choir', 'kayak', 'stale', 'tea']);
});

async function openWithStale() {
  const kominkan = new ToldFeed(
    aTold('choir', { title: { ja: '合唱' } }),
    aTold('kayak'),
    aTold('tea'),
  );
  const test = await openTestService(center, { feeds: { kominkan: kominkan.read } });
  await test.service.catchUp();
  await takeIn(test.em(), [aTold('stale')], { epoch: 'epoch-1' });
  return { ...test, kominkan };
}

function feedsWith(service: OpenService, kominkan: ToldFeed) {
  const silent = new ToldFeed();
  return {
    ...Object.fromEntries(indexedSources.map((source) => [source, silent.read])),
    kominkan: kominkan.read,
    center: (cursor: string | undefined) => service.feed(cursor),
  };
}
