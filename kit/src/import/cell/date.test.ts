import { expect, test } from 'vitest';
import { readDate, readDates } from './date.js';

const day = (from: string) => [{ from }];

test.each([
  ['2022-05-01', day('2022-05-01')],
  ['2022/5/1', day('2022-05-01')],
  ['2022.5.1', day('2022-05-01')],
  ['２０２２年５月１日', day('2022-05-01')],
  ['2022年5月1日(日)', day('2022-05-01')],
  ['2022年5月1日（日・祝）', day('2022-05-01')],
  ['2022年5月1日 日曜日', day('2022-05-01')],
  ['20220501', day('2022-05-01')],
  ['令和4年5月1日', day('2022-05-01')],
  ['令和４年５月１日（日曜日）', day('2022-05-01')],
  ['R4.5.1', day('2022-05-01')],
  ['r4/5/1', day('2022-05-01')],
  ['H31-4-30', day('2019-04-30')],
  ['令4.5.1', day('2022-05-01')],
  ['㋿4年5月1日', day('2022-05-01')],
  ['令和元年五月一日', day('2019-05-01')],
  ['平成三十一年四月三十日', day('2019-04-30')],
  ['二〇二二年五月一日', day('2022-05-01')],
  ['平成31・令和元年5月1日', day('2019-05-01')],
  ['平成31年(令和元年)5月1日', day('2019-05-01')],
  ['平成33年5月1日', day('2021-05-01')],
  ['昭和64年1月7日', day('1989-01-07')],
  ['44682', day('2022-05-01')],
  ['2022/5/1 0:00', day('2022-05-01')],
  ['2022-05-01T00:00:00', day('2022-05-01')],
  ['2022/5/1 13:30', [{ from: '2022-05-01', time: '13:30' }]],
  ['2022年5月1日〜3日', [{ from: '2022-05-01', to: '2022-05-03' }]],
  ['2022/5/1～2022/5/3', [{ from: '2022-05-01', to: '2022-05-03' }]],
  ['2022-05-01/2022-05-03', [{ from: '2022-05-01', to: '2022-05-03' }]],
  ['令和3年4月1日から令和4年3月31日まで', [{ from: '2021-04-01', to: '2022-03-31' }]],
  ['2022年12月28日(水)〜1月4日(水)', [{ from: '2022-12-28', to: '2023-01-04' }]],
  [
    '2021年5月1日(土)・8日(土)・15日',
    [...day('2021-05-01'), ...day('2021-05-08'), ...day('2021-05-15')],
  ],
  ['2022年5月1日、6月5日', [...day('2022-05-01'), ...day('2022-06-05')]],
  ['2022/5/1\n2022/5/8', [...day('2022-05-01'), ...day('2022-05-08')]],
  ['令和4年5月', [{ from: '2022-05-01', to: '2022-05-31' }]],
  ['2022年4月〜6月', [{ from: '2022-04-01', to: '2022-06-30' }]],
  ['2022年5月1日(必着)', day('2022-05-01')],
  ['2022-04-30T15:00:00.000Z', day('2022-05-01')],
  ['2022-05-01T20:30:00Z', [{ from: '2022-05-02', time: '05:30' }]],
  ['2022-05-01T00:00:00+00:00', [{ from: '2022-05-01', time: '09:00' }]],
  ['2022-04-30T19:00:00-05:00', [{ from: '2022-05-01', time: '09:00' }]],
  ['2022-05-01T10:00:00+0900', [{ from: '2022-05-01', time: '10:00' }]],
  ['1651366800', [{ from: '2022-05-01', time: '10:00' }]],
  ['1651366800000', [{ from: '2022-05-01', time: '10:00' }]],
  ['/Date(1651366800000+0900)/', [{ from: '2022-05-01', time: '10:00' }]],
  ['20220501100000', [{ from: '2022-05-01', time: '10:00' }]],
])('%s is read', (cell, spans) => {
  expect(readDates(cell)).toMatchObject({ value: spans });
  expect(readDates(cell).problem).toBeUndefined();
});

test.each([
  ['2022-02-30', 'DATE_IMPOSSIBLE'],
  ['2022/13/1', 'DATE_IMPOSSIBLE'],
  ['令和4年2月29日', 'DATE_IMPOSSIBLE'],
  ['0000-00-00', 'DATE_IMPOSSIBLE'],
  ['22/5/1', 'DATE_AMBIGUOUS'],
  ['5/1/2022', 'DATE_AMBIGUOUS'],
  ['5月1日', 'DATE_WITHOUT_YEAR'],
  ['未定', 'DATE_UNDECIDED'],
  ['随時', 'DATE_UNDECIDED'],
  ['毎週火曜日', 'DATE_UNREADABLE'],
  ['令和4年度', 'DATE_UNREADABLE'],
  ['4月下旬', 'DATE_UNREADABLE'],
  ['2022年5月3日〜1日', 'DATE_REVERSED'],
])('%s is refused and kept as prose', (cell, code) => {
  expect(readDates(cell)).toMatchObject({ problem: { code }, prose: cell });
  expect(readDates(cell).value).toBeUndefined();
});

test.each([
  ['5/1〜5/3', { fiscalYear: 2022 }, [{ from: '2022-05-01', to: '2022-05-03' }]],
  ['3月20日', { fiscalYear: 2022 }, day('2023-03-20')],
  [
    '5月1日(土)・8日(土)',
    { publishedOn: '2021-04-10' },
    [...day('2021-05-01'), ...day('2021-05-08')],
  ],
  ['1月15日', { publishedOn: '2022-11-20' }, day('2023-01-15')],
  ['12月20日', { publishedOn: '2023-01-10' }, day('2022-12-20')],
  ['1月5日', { near: '2021-12-20' }, day('2022-01-05')],
  ['12月28日(火)', { near: '2022-01-05' }, day('2021-12-28')],
  ['7月29日（金）※雨天中止', { fiscalYear: 2022 }, day('2022-07-29')],
  ['7月29日(金)（予備日7月30日）', { fiscalYear: 2022 }, day('2022-07-29')],
  [
    '6/4～6/18の毎週土曜',
    { fiscalYear: 2022 },
    [...day('2022-06-04'), ...day('2022-06-11'), ...day('2022-06-18')],
  ],
  [
    '5/1,8,15',
    { fiscalYear: 2022 },
    [...day('2022-05-01'), ...day('2022-05-08'), ...day('2022-05-15')],
  ],
])('%s takes its year from %o and says so', (cell, reference, spans) => {
  const reading = readDates(cell, reference);

  expect(reading.value).toEqual(spans);
  expect(reading.repairs.map(({ code }) => code)).toContain('DATE_YEAR_ADDED');
});

test('a weekday that does not fit is reported beside the date', () => {
  const reading = readDates('2022年5月1日(月)');

  expect(reading.value).toEqual(day('2022-05-01'));
  expect(reading.problem?.code).toBe('DATE_WEEKDAY');
});

test('a standard date needs no repair and every other form says how it was read', () => {
  expect(readDates('2022-05-01').repairs).toEqual([]);
  expect(readDates('令和4年5月1日').repairs.map(({ code }) => code)).toEqual(['DATE_FORM']);
  expect(readDates('平成33年5月1日').repairs.map(({ code }) => code)).toContain('DATE_ERA_ENDED');
});

test('where one day is wanted, a range gives its first day and keeps the cell', () => {
  expect(readDate('2022年5月1日〜3日')).toMatchObject({
    value: '2022-05-01',
    prose: '2022年5月1日〜3日',
  });
});

test('nothing and a dash are no date and no problem', () => {
  expect(readDates('')).toEqual({ repairs: [] });
  expect(readDates('－')).toEqual({ repairs: [] });
});
