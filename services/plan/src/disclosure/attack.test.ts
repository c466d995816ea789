import { expect, test } from 'vitest';

import { attack } from './attack.builder.js';
import { expectSafe } from './expect-safe.builder.js';

test('an attacker finds what is only held back by itself, and nothing of what is held back with enough others', () => {
  const secrets = [3, 40, 50, 60].map((truth) => ({ truth, low: 0, high: Infinity }));
  const cell = (members: number[], told: number | null) => ({ members, told });
  const whole = cell([0, 1, 2, 3], 153);

  const alone = attack(secrets, [
    cell([0], null),
    cell([1], 40),
    cell([2], 50),
    cell([3], 60),
    whole,
  ]);
  const beside = attack(secrets, [
    cell([0], null),
    cell([1], null),
    cell([2], 50),
    cell([3], 60),
    whole,
  ]);

  expect(alone).toEqual([{ at: 0, isExact: true, width: 0, known: Infinity }]);
  expect(beside.map(({ isExact, width }) => ({ isExact, width }))).toEqual([
    { isExact: false, width: 43 },
    { isExact: false, width: 43 },
  ]);
});

test('nobody who puts together every table of every day learns few people of a city, exactly or nearly', async () => {
  await expectSafe(1);
}, 60_000);
