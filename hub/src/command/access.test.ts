import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AccessRecord } from '@manabi/gateway/access-record/access-record';
import { pino } from 'pino';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { runCommand } from './run-command.js';

let said: string;
let folder: string;

beforeEach(async () => {
  said = '';
  const hear = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  folder = mkdtempSync(join(tmpdir(), 'manabi-access-'));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  const now = () => new Date('2026-11-23T10:00:00Z');
  const record = await AccessRecord.open({ folder, now, log: pino({ level: 'silent' }) });
  for (const requestId of ['one', 'two', 'three']) {
    await record.note({
      requestId,
      contract: 'full',
      caller: { role: 'analyst' },
      document: 'd',
      decisions: new Map([['Maker.pin', 'ALLOWED']]),
    });
  }
  await record.close();
});

test('a record that nobody touched is found whole, and its end can be kept elsewhere', async () => {
  expect(await runCommand(['access', 'verify', '--folder', folder])).toBe(0);
  expect(said).toContain(
    '1 files, lines 1 to 3, until 2026-11-23T10:00:00.000Z. The chain is whole.',
  );
  const [, known = ''] = /Keep this elsewhere: (\S+)/.exec(said) ?? [];

  expect(await runCommand(['access', 'verify', '--folder', folder, '--known', known])).toBe(0);
});

test('a record in which a word was changed is told by file and line', async () => {
  const file = join(folder, 'access-2026-11-23.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"request":"two"', '"request":"2wo"'));

  expect(await runCommand(['access', 'verify', '--folder', folder])).toBe(1);
  expect(said).toContain('access-2026-11-23.jsonl, line 3 does not follow from the line before it');
});

test('a folder that is not there and a checkpoint that is none are answered with what to do', async () => {
  expect(await runCommand(['access', 'verify', '--folder', join(folder, 'none')])).toBe(2);
  expect(await runCommand(['access', 'verify', '--folder', folder, '--known', 'x'])).toBe(2);
  expect(said).toContain('cannot be read');
  expect(said).toContain('"x" is no checkpoint');
});
