import { expect, test } from 'vitest';

import { expectSafe } from './expect-safe.builder.js';

const seeds = Array.from({ length: 12 }, (_, at) => at + 2);

test.each(seeds)(
  'nobody who puts together every table of every day learns few people of city %i, exactly or nearly',
  async (seed) => {
    await expectSafe(seed);
    process.stdout.write(`attacked city of seed ${seed}: nothing learned\n`);
    expect(seeds).toContain(seed);
  },
  120_000,
);
