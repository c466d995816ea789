import { expect, test } from 'vitest';
import { Fingerprints } from './identity.js';

test('texts are counted beyond every growth of the table', () => {
  const fingerprints = new Fingerprints();
  for (let at = 0; at < 20_000; at += 1) fingerprints.add(`${at % 10_000}`);

  expect(fingerprints.count('9999')).toBe(2);
  expect(fingerprints.count('10000')).toBe(0);
  expect(fingerprints.add('0')).toBe(2);
});
