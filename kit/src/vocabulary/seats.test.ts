import { expect, test } from 'vitest';

import { leftInSteps, seatsTold } from './seats.js';

/** How many numbers of people with a place stand behind each step that a class with places left tells. */
function behindSteps(capacity: number): number[] {
  const taken = Array.from({ length: capacity }, (_, each) => each);
  const steps = Map.groupBy(taken, (each) => leftInSteps(capacity - each, capacity));
  return [...steps.values()].map(({ length }) => length);
}

test('behind places left as they are told stand ten numbers of people, or all that a small class can have', () => {
  const capacities = Array.from({ length: 320 }, (_, at) => at + 1);

  // Whether it is full must be told, so that one number fewer stands behind the step next to that.
  const narrow = capacities.filter((each) => Math.min(...behindSteps(each)) < Math.min(9, each));

  expect(narrow).toEqual([]);
  expect(leftInSteps(10, 12)).toBe(1);
  expect(leftInSteps(10, 19)).toBe(10);
  expect(leftInSteps(250, 300)).toBe(200);
  expect(leftInSteps(0, 300)).toBe(0);
});

test('who waits is told in tens, and of few nothing', () => {
  expect([9, 10, 29].map((waiting) => seatsTold({ waiting })?.waiting)).toEqual([null, 10, 20]);
});
