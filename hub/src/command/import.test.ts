import { expect, test } from 'vitest';

import type { ImportResult } from '../import/import-request.js';
import { outcomeText } from './import.js';

// Only these two are looked at.
const summary = { rows: 20, setAside: 0 } as ImportResult['summary'];
const aResult = (given: Partial<ImportResult>): ImportResult => ({
  run: '1',
  dataset: 'events',
  state: 'UNCHANGED',
  summary,
  venues: { connected: 0, queued: 0, outside: 0 },
  counts: new Map(),
  reports: { people: 'report.csv', machines: 'report.jsonl' },
  ...given,
});

test('a file of which no row could be taken is not called the same as last time', () => {
  expect(outcomeText(aResult({}))).toContain('前回と同じ');
  expect(outcomeText(aResult({ summary: { ...summary, setAside: 20 } }))).toContain('すべて除外');
});

test('a trial of a file that withdraws much says that the real one must be confirmed', () => {
  const counts = new Map([
    ['kominkan', { added: 0, changed: 0, unchanged: 10, withdrawn: 10, present: 20 }],
  ]);

  expect(outcomeText(aResult({ state: 'DRY_RUN', counts }))).toContain('--confirm');
  expect(outcomeText(aResult({ state: 'DRY_RUN' }))).not.toContain('--confirm');
});
