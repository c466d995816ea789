import { expect, test } from 'vitest';

import { niceTicks } from './nice-ticks.js';

test.each([
  [97, 5, [0, 20, 40, 60, 80, 100]],
  [100, 5, [0, 20, 40, 60, 80, 100]],
  [0.7, 4, [0, 0.2, 0.4, 0.6, 0.8]],
  [3, 3, [0, 1, 2, 3]],
  [0, 5, [0]],
  [Number.NaN, 5, [0]],
])('a scale to %s in about %s steps has round numbers', (greatest, wanted, ticks) => {
  expect(niceTicks(greatest, wanted)).toEqual(ticks);
});
