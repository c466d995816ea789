import { expect, test } from 'vitest';

import { Cp932Encoder } from './cp932.js';
import { cellOf, csvLine } from './csv-line.js';

const decoded = (bytes: Buffer): string => new TextDecoder('shift_jis').decode(bytes);

test('every character that CP932 has comes back as it was', () => {
  const texts = ['西東京市 ABC', '①㈱髙﨑～－∥￠', 'ｶﾅ゛', '〃々〆\\~', '漾纊黑'];
  const encoder = new Cp932Encoder();

  expect(texts.map((text) => decoded(encoder.encode(text)))).toEqual(texts);
  expect(encoder.replaced).toBe(0);
});

test('what CP932 lacks is written as what looks like it or says what it was, and is counted', () => {
  const encoder = new Cp932Encoder();

  const written = decoded(encoder.encode('10〜12時 −5℃ 𠮷野 café 한글'));

  expect(written).toBe('10～12時 －5℃ &#x20BB7;野 caf&#xE9; &#xD55C;&#xAE00;');
  expect(encoder.replaced).toBe(6);
  expect(written).not.toContain('?');
});

test('a NEC or IBM character has the code that Windows gives it', () => {
  const encoder = new Cp932Encoder();

  expect(encoder.encode('∪①Ⅰ㈱纊髙￢').toString('hex')).toBe('81be87408754878afa5cfbfc81ca');
});

test('a line is quoted as RFC 4180 has it', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ''])).toBe('a,"b,c","d""e","f\ng",\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['-5度から', "'-5度から"],
  ['@home', "'@home"],
  ["'=1", "''=1"],
  ["'単に引用", "'単に引用"],
  ['A &amp; B &copy;', 'A &amp;amp; B &amp;copy;'],
  ['<b>太字</b> 3<5', '&lt;b>太字&lt;/b> 3<5'],
  [' 前後\r\n改行\u0007 ', '前後\n改行'],
])('%j stands in a cell as %j', (text, cell) => {
  expect(cellOf(text)).toBe(cell);
});
