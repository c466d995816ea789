import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AccessRecord } from './access-record.js';
import { verifyAccessRecord } from './verify.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manabi-access-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Notes one request at each of some times, the process begun anew for each if it is said so. */
async function noted(times: readonly string[], subject: string, anew = false): Promise<void> {
  let now = new Date();
  let record: AccessRecord | undefined;
  for (const [index, time] of times.entries()) {
    now = new Date(time);
    record ??= await AccessRecord.open({ folder, log, now: () => now });
    const asker = { role: 'department', subject };
    const decisions = new Map([['Maker.pin', 'ALLOWED'] as const]);
    const entry = { requestId: `r${index}`, contract: 'full', caller: asker, decisions };
    expect(await record.note({ ...entry, document: 'ab'.repeat(32) })).toBe(true);
    if (!anew) continue;
    await record.close();
    record = undefined;
  }
  await record?.close();
}

const backAndForth = ['2026-11-24T00:00:01Z', '2026-11-23T23:59:58Z', '2026-11-24T00:00:03Z'];

test.each([false, true])(
  'a clock that is set back over midnight leaves one chain (a process for each line: %s)',
  async (anew) => {
    await noted(['2026-11-23T23:59:59Z', ...backAndForth], 'u-1', anew);

    expect(await verifyAccessRecord(folder)).toMatchObject({ files: 2, lines: 4, faults: [] });
  },
);

test('a name that holds what others take for the end of a line stands in one line', async () => {
  await noted(backAndForth, 'u\u2028\u2029\u0085\r\n1');

  expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 3, faults: [] });
});
