import { expect, test } from 'vitest';

import { overdueSince } from './due.js';

const at = (text: string): Date => new Date(`${text}+09:00`);
const monthly = { every: 'month', by: 5 } as const;

test.each([
  ['in time on the last day', monthly, '2026-10-03T10:00', '2026-11-05T23:59', undefined],
  [
    'late when the day is over',
    monthly,
    '2026-09-03T10:00',
    '2026-11-06T00:00',
    '2026-11-06T00:00',
  ],
  ['not late after an early delivery', monthly, '2026-10-30T10:00', '2026-11-20T00:00', undefined],
  ['late a month after', monthly, '2026-10-30T10:00', '2026-12-06T09:00', '2026-12-06T00:00'],
  ['late two months after', monthly, '2026-10-30T10:00', '2027-01-06T09:00', '2027-01-06T00:00'],
  [
    'due on the last day of a short month',
    { every: 'month', by: 31 },
    '2026-01-01T00:00',
    '2026-03-01T00:00',
    '2026-03-01T00:00',
  ],
  [
    'weekly by Friday',
    { every: 'week', by: 5 },
    '2026-11-10T00:00',
    '2026-11-21T00:00',
    '2026-11-21T00:00',
  ],
  [
    'weekly, given in on Thursday',
    { every: 'week', by: 5 },
    '2026-11-19T00:00',
    '2026-11-21T00:00',
    undefined,
  ],
  ['daily', { every: 'day', by: 1 }, '2026-11-19T08:00', '2026-11-21T09:00', '2026-11-21T00:00'],
  [
    'yearly by the end of April',
    { every: 'year', by: 30 },
    '2025-04-20T08:00',
    '2026-11-21T09:00',
    '2026-05-01T00:00',
  ],
] as const)('%s', (...[, rhythm, lastGood, now, since]) => {
  const found = overdueSince(rhythm, at(lastGood), at(now));

  expect(found?.toISOString()).toBe(since && at(since).toISOString());
});

test('what never came is late since the last day left for it', () => {
  expect(overdueSince(monthly, undefined, at('2026-11-20T00:00'))).toEqual(at('2026-11-06T00:00'));
});
