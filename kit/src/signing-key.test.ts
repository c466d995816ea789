import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { SigningKey } from './signing-key.js';

const keys = [
  '',
  'k',
  'a key of the city',
  '鍵'.repeat(20),
  'x'.repeat(64),
  'x'.repeat(65),
  'x'.repeat(300),
];
const texts = [
  '',
  'a',
  '学習',
  '😀 \ud800 half a pair',
  'a'.repeat(16_384),
  'あ'.repeat(16_384),
  'あ'.repeat(40_000),
];

test.each(keys)('the key %j signs as createHmac does, one text after another', (key) => {
  const signing = new SigningKey(key);

  const signed = texts.map((text) => signing.sign(text));

  expect(signed).toEqual(
    texts.map((text) => createHmac('sha256', key).update(text, 'utf8').digest('hex')),
  );
});
