import { readFileSync } from 'node:fs';
import { inputReasons } from '@manabi/kit/refused-input';
import { expect, test } from 'vitest';
import { errorCodes } from './codes.js';

test('the page on errors tells of every code and every reason, and of no other', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

  const told = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, word]) => word);

  expect(told).toHaveLength(errorCodes.length + inputReasons.length);
  expect(new Set(told)).toEqual(new Set([...errorCodes, ...inputReasons]));
});
