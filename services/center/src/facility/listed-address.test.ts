import { expect, test } from 'vitest';

import { listedAddress } from './listed-address.rules.js';

const blocks = ['柳沢一丁目', '柳沢', '田無町五丁目'];
const whole = { building: null, floor: null };

test.each([
  ['東京都西東京市柳沢一丁目15-1', undefined, { block: '柳沢一丁目', number: '15-1', ...whole }],
  ['東京都西東京市柳沢一丁目', undefined, { block: '柳沢一丁目', number: null, ...whole }],
  ['柳沢一丁目15-1', '柳沢一丁目', { block: '柳沢一丁目', number: '15-1', ...whole }],
  [
    '東京都小平市花小金井1-1',
    undefined,
    { block: null, number: '東京都小平市花小金井1-1', ...whole },
  ],
  [undefined, undefined, { block: null, number: null, ...whole }],
])('%s lies in its block', (address, town, parts) => {
  const location = {
    prefecture: '東京都',
    city: '西東京市',
    ...(address && { address }),
    ...(town && { town }),
  };

  expect(listedAddress(location, blocks)).toEqual(parts);
});
