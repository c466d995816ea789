import { expect, test } from 'vitest';

import type { AnswerTable } from '../table/answer-table.js';
import { bestChart, figureOf, figuresOf } from './figure-of.js';

const table: AnswerTable = {
  title: '定員',
  columns: [
    { key: 'MONTH', label: '月', kind: 'text' },
    { key: 'DISTRICT', label: '小学校区', kind: 'text' },
    { key: 'SEATS', label: '定員', kind: 'number', unit: '人分' },
  ],
  rows: [
    [{ value: '4月' }, { value: '田無' }, { value: 10 }],
    [{ value: '4月' }, { value: '保谷' }, { value: null, mark: 'SUPPRESSED' }],
    [{ value: '5月' }, { value: '田無' }, { value: 0 }],
  ],
};

test('a heat map has a row for each district, and what is not in the table is not a zero', () => {
  expect(figureOf(table, 'heat')).toEqual({
    title: '定員',
    unit: '人分',
    categories: ['田無', '保谷'],
    series: [
      { name: '4月', cells: [{ value: 10 }, { value: null, mark: 'SUPPRESSED' }] },
      { name: '5月', cells: [{ value: 0 }, { value: null, mark: 'MISSING' }] },
    ],
  });
});

test('lines run over time', () => {
  const { categories, series } = figureOf(table, 'line');

  expect(categories).toEqual(['4月', '5月']);
  expect(series.map(({ name }) => name)).toEqual(['田無', '保谷']);
});

test('what is counted in different units is drawn apart', () => {
  const rates = {
    ...table,
    columns: [
      ...table.columns,
      { key: 'RATE', label: '出席率', kind: 'number', unit: '%' } as const,
    ],
    rows: table.rows.map((row) => [...row, { value: 50 }]),
  };

  expect(figuresOf(rates, 'line').map(({ title, unit }) => [title, unit])).toEqual([
    ['定員｜定員', '人分'],
    ['出席率｜定員', '%'],
  ]);
  expect(figuresOf(table, 'line')).toHaveLength(1);
});

test.each([
  [[], 'none'],
  [['DISTRICT'], 'bar'],
  [['DISTRICT', 'CATEGORY'], 'heat'],
  [['DEPARTMENT', 'MONTH'], 'line'],
] as const)('a table by %j is best shown as %s', (codes, kind) => {
  expect(bestChart({ axes: codes.map((code) => ({ code, label: null, values: null })) })).toBe(
    kind,
  );
});
