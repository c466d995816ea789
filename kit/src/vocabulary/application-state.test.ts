import { expect, test } from 'vitest';

import { type ApplicationFacts, applicationState } from './application-state.js';
import { SelectionMethod } from './selection.js';

const now = new Date('2026-10-05T10:00:00+09:00');
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
const byLot = { method: SelectionMethod.LOTTERY };

test.each<[string, ApplicationFacts, string]>([
  ['nothing is known', {}, 'UNKNOWN'],
  ['the window lies ahead', { applyOpensAt: days(1), applyClosesAt: days(9) }, 'BEFORE'],
  ['the window is open', { applyOpensAt: days(-1), applyClosesAt: days(9) }, 'OPEN'],
  ['only its end is known', { applyClosesAt: days(9) }, 'OPEN'],
  ['it closes this very moment', { applyClosesAt: now }, 'OPEN'],
  ['the window is over', { applyOpensAt: days(-9), applyClosesAt: days(-1) }, 'CLOSED'],
  [
    'lots will be drawn',
    { applyClosesAt: days(9), selection: byLot, capacity: 5, taken: 5 },
    'LOTTERY',
  ],
  ['all places are taken', { applyClosesAt: days(9), capacity: 5, taken: 5 }, 'WAITLIST'],
  ['one need not apply', { selection: { method: SelectionMethod.NONE } }, 'NO_APPLICATION'],
  ['it is cancelled', { applyClosesAt: days(9), cancelledAt: days(-1) }, 'CLOSED'],
  ['it is over', { applyClosesAt: days(9), endsAt: days(-1) }, 'CLOSED'],
])('when %s', (_, facts, state) => {
  expect(applicationState(facts, now)).toBe(state);
});
