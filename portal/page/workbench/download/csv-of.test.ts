import { expect, test } from 'vitest';

import { wordsIn } from '../language/words.js';
import type { AnswerTable } from '../table/answer-table.js';
import { csvOf } from './csv-of.js';

const table: AnswerTable = {
  title: '参加者',
  columns: [
    { key: 'district', label: '地域', kind: 'text' },
    { key: 'people', label: '参加者', kind: 'number', unit: '人' },
  ],
  rows: [
    [{ value: '田無町、"北"' }, { value: 1234 }],
    [{ value: '=1+1' }, { value: null, mark: 'SUPPRESSED' }],
    [{ value: '泉町' }, { value: null, mark: 'MISSING', remark: '6部署のうち0部署' }],
    [{ value: '柳沢,南' }, { value: 0 }],
  ],
};

test('a cell without a number says why, a true zero is a zero, and nothing is a formula', () => {
  expect(csvOf(table, wordsIn.ja)).toBe(
    [
      '\u{FEFF}地域,参加者（人）,備考',
      '"田無町、""北""",1234,',
      "'=1+1,秘匿,",
      '泉町,報告なし,参加者: 6部署のうち0部署',
      '"柳沢,南",0,',
      '',
    ].join('\r\n'),
  );
});

test('in English the marks are English', () => {
  expect(csvOf(table, wordsIn.en)).toContain('withheld');
});
