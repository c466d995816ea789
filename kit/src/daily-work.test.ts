import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test, vi } from 'vitest';

import { DailyRound, untilNext } from './daily-work.js';

const hour = 3_600_000;

test.each([
  ['2026-10-05T01:30:00+09:00', 1],
  ['2026-10-05T02:30:00+09:00', 24],
  ['2026-10-05T23:30:00+09:00', 3],
])('at %s half past two by night is %i hours away', (now, hours) => {
  expect(untilNext(new Date(now), '02:30')).toBe(hours * hour);
});

test('daily work is made up for soon after the start, done each night, and tried again soon when it failed', async () => {
  vi.useFakeTimers({ now: new Date('2026-10-05T10:00:00+09:00') });
  const [done, failures]: [string[], unknown[]] = [[], []];
  const run = async (_: unknown, now: Date) => {
    done.push(now.toISOString());
    if (done.length === 2) throw new Error('the database is away');
  };
  // No work here touches the database.
  const em = () => ({}) as EntityManager;
  const round = new DailyRound([{ name: 'seal', run }], {
    em,
    now: () => new Date(),
    at: '02:30',
    onFailure: (error) => failures.push(error),
  });

  await vi.advanceTimersByTimeAsync(24 * hour);
  round.stop();
  await vi.advanceTimersByTimeAsync(24 * hour);
  vi.useRealTimers();

  expect(done).toEqual([
    '2026-10-05T01:01:00.000Z',
    '2026-10-05T17:30:00.000Z',
    '2026-10-05T17:40:00.000Z',
  ]);
  expect(failures).toHaveLength(1);
});
