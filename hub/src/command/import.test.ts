import { expect, test } from 'vitest';

import type { ImportResult } from '../import/import-request.js';
import { outcomeText, requestOf } from './import.js';

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

test('what a report asks to be told, the kind of file and the year of its dates, can be told', () => {
  const { options } = requestOf(['a.csv', '--kind', 'facility', '--fiscal-year', '2026']);

  expect(options).toMatchObject({ kind: 'facility', fiscalYear: 2026 });
  expect(() => requestOf(['a.csv', '--kind', 'school'])).toThrow('Give one of');
  expect(() => requestOf(['a.csv', '--fiscal-year', 'R8'])).toThrow('e.g. 2026');
});
