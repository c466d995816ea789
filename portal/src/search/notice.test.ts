import { expect, test } from 'vitest';

import type { Found } from './found.js';
import { noticeOf } from './notice.js';

const found = (readings: NonNullable<Found>['readings']): Found => ({
  totalCount: { value: 1, isExact: true },
  pageInfo: null,
  edges: [],
  readings,
});
const readAt = '2026-11-23T01:30:00Z';

test('an answer that holds everything needs no word', () => {
  const all = found([{ department: 'sports', readAt, isBehind: false }]);

  expect(noticeOf({ found: all, silent: [] })).toBe('');
});

test('departments that are silent, behind or never read are each named', () => {
  const some = found([
    { department: 'sports', readAt, isBehind: true },
    { department: 'library', readAt: null, isBehind: true },
  ]);

  const notice = noticeOf({ found: some, silent: ['kominkan', 'welfare'] });

  expect(notice).toContain('公民館・福祉・子育て・健康から詳しい情報を取得できません。');
  expect(notice).toContain('スポーツの催しは、11月23日(月) 10:30の時点のものです。');
  expect(notice).toContain('図書館の催しは、まだ載っていません。');
});

test('a silent index is not told as nothing found', () => {
  expect(noticeOf({ found: null, silent: ['center'] })).toContain('ただいま検索できません');
});
