import { expect, test } from 'vitest';

import { personalTraces } from './personal-trace.js';

test.each([
  ['折り返しは tanaka@example.jp まで', 'EMAIL'],
  ['連絡先は０９０－１２３４－５６７８です', 'MOBILE_PHONE'],
  ['利用券番号 12345678 の方から', 'PATRON_NUMBER'],
  ['生年月日：昭和30年4月1日', 'BIRTH_DATE'],
  ['田中花子 様からのお尋ね', 'NAMED_PERSON'],
] as const)('%s tells who somebody is', (text, trace) => {
  expect(personalTraces(text)).toEqual([trace]);
});

test.each([
  '夏目漱石『坊っちゃん』の初版（1907年）を見たい。',
  'お客様の声を集めた本。皆様にお勧めします。王様の耳はロバの耳。',
  '利用者様からの質問。模様や様式、同様の例も知りたい。',
  '市役所（042-464-1311）へ。ISBN 978-4-00-000001-7、請求記号 090-1234。',
  '1950年1月1日生まれの作家を調べたい。',
])('%s tells of nobody', (text) => {
  expect(personalTraces(text)).toEqual([]);
});
