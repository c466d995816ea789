import { expect, test } from 'vitest';
import { readIsbn } from './isbn.js';

test.each([
  '978-4-00-310101-8',
  '4-00-310101-4',
  '4003101014',
  'ISBN 9784003101018',
  '4-00-310101-8',
  '９７８４００３１０１０１８',
])('%s is one title', (cell) => {
  expect(readIsbn(cell).value).toBe('9784003101018');
});

test('a wrong check digit is refused', () => {
  expect(readIsbn('9784003101011').problem?.code).toBe('ISBN_INVALID');
});
