import { expect, test } from 'vitest';

import type { AnswerTable } from './answer-table.js';
import { sortRows } from './sort-rows.js';

const table: AnswerTable = {
  title: '席の数',
  columns: [
    { key: 'district', label: '地域', kind: 'text' },
    { key: 'seats', label: '席', kind: 'number' },
  ],
  rows: [
    [{ value: '田無町2丁目' }, { value: 9 }],
    [{ value: '田無町10丁目' }, { value: null, mark: 'SUPPRESSED' }],
    [{ value: '泉町1丁目' }, { value: 80 }],
    [{ value: '富士町1丁目' }, { value: null, mark: 'MISSING' }],
    [{ value: '柳沢1丁目' }, { value: 0 }],
  ],
};
const seats = (isDescending: boolean) =>
  sortRows(table, { key: 'seats', isDescending }).map(([, cell]) => cell?.value);

test('numbers sort as numbers, and what has none comes last either way', () => {
  expect(seats(false)).toEqual([0, 9, 80, null, null]);
  expect(seats(true)).toEqual([80, 9, 0, null, null]);
});

test('numbers within names sort as numbers too', () => {
  const names = sortRows(table, { key: 'district', isDescending: false }).map(
    ([cell]) => cell?.value,
  );

  expect(names.indexOf('田無町2丁目')).toBeLessThan(names.indexOf('田無町10丁目'));
});

test('a column that is not there leaves the rows as they are', () => {
  expect(sortRows(table, { key: 'gone', isDescending: true })).toBe(table.rows);
});
