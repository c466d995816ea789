import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccessEntry } from './access-entry.js';
import { AccessRecord } from './access-record.js';
import { headFile, readHead } from './record-files.js';
import { verifyAccessRecord } from './verify.js';

let folder: string;
let now: Date;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manabi-access-'));
  now = new Date('2026-11-23T10:00:00Z');
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () =>
  AccessRecord.open({
    folder,
    now: () => now,
    log: {
      info: (_, message) => told.push(message),
      warn: (_, message) => told.push(message),
      error: (_, message) => told.push(message),
    },
  });

const anEntry = (requestId: string): AccessEntry => ({
  requestId,
  contract: 'full',
  caller: {
    role: 'department',
    subject: 'u-1',
    client: 'welfare-desk',
    purpose: 'support',
    basis: 'duty',
  },
  document: 'ab'.repeat(32),
  decisions: new Map([
    ['Maker.pin', 'ALLOWED'],
    ['Maker.wage', 'FORBIDDEN'],
  ]),
});

const fileOf = (day: string) => join(folder, `access-${day}.jsonl`);
const lines = (day = '2026-11-23') =>
  readFileSync(fileOf(day), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function written(...ids: string[]): Promise<void> {
  const record = await open();
  for (const id of ids) expect(await record.note(anEntry(id))).toBe(true);
  await record.close();
}

test('who, what for, which fields and what was decided stand in one line for each request', async () => {
  await written('r1');

  expect(lines()).toEqual([
    {
      number: 1,
      previous: '0'.repeat(64),
      kind: 'access',
      time: '2026-11-23T10:00:00.000Z',
      request: 'r1',
      contract: 'full',
      role: 'department',
      subject: 'u-1',
      client: 'welfare-desk',
      purpose: 'support',
      basis: 'duty',
      document: 'ab'.repeat(32),
      fields: { 'Maker.pin': 'ALLOWED', 'Maker.wage': 'FORBIDDEN' },
    },
  ]);
});

test('a line is in the file before its request goes on, and on the disk within a second', async () => {
  const record = await open();

  await record.note(anEntry('r1'));

  expect(lines()).toHaveLength(1);
  await expect.poll(() => readHead(folder)?.number, { timeout: 1000, interval: 20 }).toBe(1);
  await record.close();
});

test('a thousand requests at once are a thousand lines in one chain', async () => {
  const record = await open();

  const all = Array.from({ length: 1000 }, (_, index) => record.note(anEntry(`r${index}`)));

  expect(new Set(await Promise.all(all))).toEqual(new Set([true]));
  await record.close();
  expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 1000, first: 1, faults: [] });
});

test('the chain goes on over the days and after the process was started again', async () => {
  await written('r1', 'r2');
  now = new Date('2026-11-24T00:00:01Z');

  await written('r3');

  expect(lines('2026-11-24')).toMatchObject([{ number: 3, request: 'r3' }]);
  expect(await verifyAccessRecord(folder)).toMatchObject({ files: 2, lines: 3, faults: [] });
});

test('days that were moved away leave a chain that can be checked from where it begins', async () => {
  await written('r1', 'r2');
  now = new Date('2026-11-24T00:00:01Z');
  await written('r3');
  rmSync(fileOf('2026-11-23'));

  expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 1, first: 3, faults: [] });
});

describe('what is seen by checking:', () => {
  const change = (edit: (text: string) => string) =>
    writeFileSync(fileOf('2026-11-23'), edit(readFileSync(fileOf('2026-11-23'), 'utf8')));
  const faults = async () => (await verifyAccessRecord(folder)).faults.join('\n');

  test('a field that was changed', async () => {
    await written('r1', 'r2', 'r3');
    change((text) => text.replace('"subject":"u-1"', '"subject":"u-2"'));

    expect(await faults()).toContain('line 2 does not follow from the line before it');
  });

  test('a line that was taken out', async () => {
    await written('r1', 'r2', 'r3');
    change((text) => text.split('\n').toSpliced(1, 1).join('\n'));

    expect(await faults()).toContain('line 2 has the number 3, and 2 was expected');
  });

  test('lines that were cut off at the end', async () => {
    await written('r1', 'r2', 'r3');
    change((text) => text.split('\n').slice(0, 2).join('\n') + '\n');

    expect(await faults()).toContain('A checkpoint knows 3 lines, and the last one here is 2');
  });

  test('lines that were cut off, though the record has gone on since', async () => {
    await written('r1', 'r2', 'r3');
    change((text) => text.split('\n').slice(0, 2).join('\n') + '\n');

    await written('r4', 'r5');

    expect(await faults()).toContain('lines before it were gone when the record was opened');
    expect(told).toContain('Lines of the access record are missing.');
  });

  test('a record written anew, against a checkpoint that was kept elsewhere', async () => {
    await written('r1', 'r2');
    const kept = readHead(folder);
    rmSync(fileOf('2026-11-23'));
    rmSync(join(folder, 'CHECKPOINT.json'));
    await written('r1', 'r-other', 'r3');

    const { faults } = await verifyAccessRecord(folder, kept);

    expect(faults).toEqual([
      'Line 2 is not the one a checkpoint knows: the record was written anew.',
    ]);
  });
});

test('half a line that a crash left is cut off, and the chain goes on', async () => {
  await written('r1');
  appendFileSync(fileOf('2026-11-23'), '{"number":2,"previo');

  await written('r2');

  expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 2, faults: [] });
});

test('two processes cannot write one record', async () => {
  const record = await open();

  await expect(open()).rejects.toThrow('is being written by another process');
  await record.close();
  await written('r1');
});

test('what a killed process held is free, though its number is in use again', async () => {
  writeFileSync(join(folder, 'writer.lock'), `${process.pid} 1 of-another-boot`);
  await written('r1');

  expect(lines()).toHaveLength(1);
});

test.runIf(process.platform === 'linux')(
  'a full disk is told at once, and how many requests went unrecorded once there is room',
  async () => {
    const record = await open();
    await record.note(anEntry('r1'));
    // The next day's file is on a device that is always full.
    symlinkSync('/dev/full', fileOf('2026-11-24'));
    now = new Date('2026-11-24T01:00:00Z');

    expect(await record.note(anEntry('r2'))).toBe(false);
    expect(await record.note(anEntry('r3'))).toBe(false);
    const during = record.metrics.map((metric) => metric.text()).join('');
    now = new Date('2026-11-25T01:00:00Z');
    expect(await record.note(anEntry('r4'))).toBe(true);
    await record.close();

    expect(during).toContain('hub_access_record_writing 0');
    expect(during).toContain('hub_access_record_lost_total 2');
    expect(told).toEqual([
      'The access record cannot be written; make room on its disk.',
      'The access record can be written again.',
    ]);
    expect(lines('2026-11-25')).toMatchObject([
      { number: 2, kind: 'gap', lost: 2 },
      { number: 3, request: 'r4' },
    ]);
    rmSync(fileOf('2026-11-24'));
    expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 3, faults: [] });
  },
);

test.runIf(process.platform === 'linux')(
  'a process whose disk is full ends all the same, and the next one may write',
  async () => {
    const full = await open();
    await full.note(anEntry('r1'));
    // The checkpoint goes to a device that is always full.
    symlinkSync('/dev/full', `${headFile(folder)}.partial`);
    await full.close();
    rmSync(`${headFile(folder)}.partial`);
    const next = await open();
    const isWritten = await next.note(anEntry('r2'));
    await next.close();

    expect(told).toEqual(['The access record cannot be written; make room on its disk.']);
    expect(isWritten).toBe(true);
    expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 2, faults: [] });
  },
);

test('a file that ends with something else is not written on', async () => {
  await written('r1');
  truncateSync(fileOf('2026-11-23'));
  appendFileSync(fileOf('2026-11-23'), 'rubbish\n');

  await expect(open()).rejects.toThrow('does not end with a line of an access record');
});
