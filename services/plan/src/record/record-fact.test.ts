import { openTestService } from '@manabi/kit/testing/test-service';
import type { FeedPage } from '@manabi/kit/feed/publisher';
import { expect, test } from 'vitest';

import { plan } from '../service.js';
import { labelOf, wordsOf } from './record-fact.rules.js';

const provenance = { department: 'center', sample: false };
const desk = {
  name: { ja: '学習相談' },
  audiences: ['ANYONE'],
  appointment: 'NO',
  venueCode: '132292-0301',
  subjectKeys: [{ scheme: 'NDC', code: '37' }],
  provenance,
};

test('a record is found by words of closed lists and its subjects, never by what somebody wrote', () => {
  expect(wordsOf(desk)).toEqual(['NDC:37', 'audiences:ANYONE', 'appointment:NO']);
  expect(wordsOf({ provenance, note: 'Ask for Ms Sample', phone: '042-000-0000' })).toEqual([]);
  expect(labelOf(desk)).toBe('学習相談');
  expect(labelOf({ provenance })).toBeNull();
});

test('records of any kind are taken in from a feed, followed, and dropped', async () => {
  const pages: FeedPage[] = [];
  const page = (epoch: string, next: string, items: FeedPage['items']): FeedPage => ({
    epoch,
    next,
    items,
  });
  const { service, em } = await openTestService(plan, {
    feeds: {
      center: async (cursor) => {
        const at = pages.findIndex(({ next }) => next === cursor);
        const { epoch, next } = pages[at] ?? { epoch: 'e1', next: 'e1.0' };
        return pages[at + 1] ?? page(epoch, next, []);
      },
    },
  });
  const told = (id: string, data?: object) => ({
    id,
    kind: 'Desk',
    modified: 1,
    ...(data ? { state: 'updated' as const, data: { ...data } } : { state: 'deleted' as const }),
  });
  const known = () =>
    em().execute('select kind, record_id as id, label, department from record_fact order by 2');

  pages.push(
    page('e1', 'e1.1', [told('a', desk), told('b', desk), told('unsigned', { name: desk.name })]),
  );
  await service.catchUp();
  const first = await known();
  pages.push(page('e1', 'e1.2', [told('a'), told('b', { ...desk, name: { ja: '新しい名' } })]));
  await service.catchUp();
  const second = await known();
  pages.push(page('e2', 'e2.1', []));
  await service.catchUp();

  const row = { kind: 'Desk', label: '学習相談', department: 'center' };
  expect(first).toEqual([
    { ...row, id: 'a' },
    { ...row, id: 'b' },
  ]);
  expect(second).toEqual([{ ...row, id: 'b', label: '新しい名' }]);
  expect(await known()).toEqual([]);
});
