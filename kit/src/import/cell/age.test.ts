import { expect, test } from 'vitest';
import { readAudience } from './age.js';

test.each([
  ['小学生以上', 72, undefined],
  ['65歳以上', 780, undefined],
  ['満６５歳以上の方', 780, undefined],
  ['18歳未満', undefined, 216],
  ['1歳6か月〜3歳', 18, 48],
  ['1歳6ヶ月から3歳未満', 18, 36],
  ['0歳から', 0, undefined],
  ['3歳児', 36, 48],
  ['小学1〜3年生', 72, 120],
  ['小学3年生', 96, 120],
  ['小学生', 72, 156],
  ['小学生～中学生', 72, 192],
  ['小学生以下', undefined, 156],
  ['中学生まで', undefined, 192],
  ['未就学児と保護者', 0, 84],
  ['4か月〜1歳', 4, 24],
  ['六十歳以上', 720, undefined],
])('%s is from %d to below %d months', (cell, fromMonths, belowMonths) => {
  const { value } = readAudience(cell);

  expect([value?.fromMonths, value?.belowMonths]).toEqual([fromMonths, belowMonths]);
});

test.each([
  'どなたでも',
  '市内在住の方',
  '高齢者',
  '小学生（大人は不可）、65歳以上',
  '子育て中の方',
])('%s leaves the ages unsaid', (cell) => {
  const { value } = readAudience(cell);

  expect(value?.text).toBe(cell);
  expect([value?.fromMonths, value?.belowMonths]).toEqual([undefined, undefined]);
});

test.each([
  ['市内在住の親子', ['PARENT_CHILD']],
  ['小・中学生', ['ELEMENTARY', 'JUNIOR_HIGH']],
  ['65歳以上の女性', ['SENIOR', 'WOMEN']],
  ['どなたでも', ['ANYONE']],
  ['市内の児童館利用者', []],
])('%s is for %j', (cell, groups) => {
  expect(readAudience(cell).value?.groups).toEqual(groups);
});

test('ages that contradict themselves are a problem and stay unsaid', () => {
  expect(readAudience('10歳〜5歳').problem?.code).toBe('AGE_REVERSED');
  expect(readAudience('10歳〜5歳').value).toEqual({ text: '10歳〜5歳', groups: [] });
});
