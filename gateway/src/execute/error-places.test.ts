import { expect, test } from 'vitest';
import { ErrorPlaces } from './error-places.js';

test('an error explains what is missing where it stands, above it and below it, and nowhere else', () => {
  const places = new ErrorPlaces();
  const before = places.explain(['shops', 1]);
  places.add(['shops', 1, 'name']);
  const explained = (...path: (string | number)[]): boolean => places.explain(path);

  expect(before).toBe(false);
  expect(explained('shops', 1, 'name')).toBe(true);
  expect(explained('shops', 1, 'name', 'ja')).toBe(true);
  expect(explained('shops')).toBe(true);
  expect(explained()).toBe(true);
  expect(explained('shops', 2, 'name')).toBe(false);
  expect(explained('shops', '1', 'name')).toBe(false);
  expect(explained('halls')).toBe(false);
});
