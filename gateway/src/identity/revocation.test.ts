import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { SettingsRefused } from '../configuration/read-settings.js';
import { revokedIn } from './revocation.js';

test('what was revoked stays so while the list cannot be read, and nothing else fails for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'revoked-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'revoked.txt');
  writeFileSync(file, 'stolen\n');
  const isRevoked = revokedIn(file);
  const of = (id: string): boolean => isRevoked({ issuer: 'i', id, subject: 's' });

  rmSync(file);
  mkdirSync(file);
  await after(1_100);
  const unreadable = [of('stolen'), of('good')];
  rmSync(file, { recursive: true });
  writeFileSync(file, 'stolen\nlost\n');
  await after(1_100);

  expect(unreadable).toEqual([true, false]);
  expect([of('lost'), of('good')]).toEqual([true, false]);
});

test('a list that is not there at the start is named with its setting', () => {
  const begin = (): unknown => revokedIn('/nowhere/revoked.txt');

  expect(begin).toThrow(SettingsRefused);
  expect(begin).toThrow(/"identity.revokedFile" .*cannot be read: .*\/nowhere\/revoked.txt/);
});
