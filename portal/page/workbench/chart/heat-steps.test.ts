import { expect, test } from 'vitest';

import { heatSteps, shadeOf } from './heat-steps.js';

test.each([
  [
    [0, 4, 11],
    [0, 3, 6, 9, 12],
  ],
  [[145.59], [0, 30, 60, 90, 120, 150]],
  [[0.4], [0, 0.08, 0.16, 0.24, 0.32, 0.4]],
  [[0, 0], [0]],
  [[], [0]],
])('shades for %j lie between round numbers', (values, steps) => {
  expect(heatSteps(values)).toEqual(steps);
});

test('a number on a bound belongs to the lighter shade, and the greatest to the darkest', () => {
  const steps = [0, 3, 6, 9, 12];

  expect([0, 3, 3.1, 12].map((value) => shadeOf(value, steps))).toEqual([0, 0, 1, 3]);
  expect(shadeOf(0, [0])).toBe(0);
});
