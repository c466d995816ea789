import { expect, test } from 'vitest';
import { readFee } from './fee.js';

test.each([
  ['0', '', 'FREE', 0],
  ['無料', '', 'FREE', 0],
  ['', '無料', 'FREE', 0],
  ['', '無料（申込不要）', 'FREE', 0],
  ['500', '', 'PAID', 500],
  ['１人500円', '', 'PAID', 500],
  ['1,000円', '材料代別途', 'PAID', 1000],
  ['1000', '一組1,000円(500円/一人)', 'PAID', 1000],
  ['', '800円/回', 'PAID', 800],
  ['', '一般500円、小学生300円', 'PAID', undefined],
  ['', '参加無料、教材費500円', 'PAID', undefined],
  ['', '子ども無料、大人500円', 'PAID', undefined],
  ['', '教材費実費', 'PAID', undefined],
  ['', '要問合せ', 'UNKNOWN', undefined],
  ['', '3歳未満は無料', 'UNKNOWN', undefined],
  ['前売り2,500 当日2,800', '3歳未満は無料', 'PAID', undefined],
  ['1901/5/14', '', 'PAID', 500],
])('%s with %s is %s', (basic, detail, ...expected) => {
  const { value } = readFee({ basic, detail });

  expect([value?.kind, value?.yen]).toEqual(expected);
});

test('a fee of nothing beside an amount is reported and not believed', () => {
  expect(readFee({ basic: '0', detail: '4,080円/月' })).toMatchObject({
    value: { kind: 'PAID' },
    problem: { code: 'FEE_CONTRADICTORY' },
  });
});

test('no words are no fee', () => {
  expect(readFee({ basic: '', detail: '' })).toEqual({ repairs: [] });
});

test.each([
  ['99999999999', ''],
  ['500.5', ''],
  ['', '参加費 99,999,999,999円'],
])(
  'a fee of %j %j is no amount of yen: it is reported, and its words are kept',
  (basic, detail) => {
    const { value, problem } = readFee({ basic, detail });

    expect(value).toEqual({ kind: 'PAID', text: basic || detail });
    expect(problem?.code).toBe('FEE_IMPOSSIBLE');
  },
);
