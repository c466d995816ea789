import { expect, test } from 'vitest';

import { datasetName, dayInName } from './dataset-name.js';

test.each([
  ['132292_event_20260405.csv', '132292_event'],
  ['132292_event.csv', '132292_event'],
  ['folder/132292_public_facility_2026-04-05.XLSX', '132292_public_facility'],
  ['イベント一覧(2).csv', 'イベント一覧'],
  ['20260405.csv', '20260405'],
  ['講座一覧12月.xlsx', '講座一覧'],
  ['講座一覧　令和９年 １月分.xlsx', '講座一覧'],
  ['教室_R8冬.csv', '教室'],
  ['BOOKS_R2D2.csv', 'BOOKS_R2D2'],
  ['12月.csv', '12月'],
  ['a#b.csv', 'a_b'],
])('the deliveries of %s follow one another as %s', (file, name) => {
  expect(datasetName(file)).toBe(name);
});

test('a day in a file name is the day for which it holds, and a number that is no day is not', () => {
  expect(dayInName('132292_event_20260405.csv')).toBe('2026-04-05');
  expect(dayInName('132292_event_20261399.csv')).toBeUndefined();
  expect(dayInName('o1-132292_g1-000304.csv')).toBeUndefined();
});
