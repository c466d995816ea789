import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { takeFolderLock, withFolderLock } from './folder-lock.js';

function aLock(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, file: join(folder, 'lock') };
}

test('a lock that is held is refused by the number of its holder, and is free once it is given back', () => {
  const { folder, file } = aLock();
  const first = takeFolderLock(file);

  expect(takeFolderLock(file)).toEqual({ holder: process.pid });

  first.release?.();
  expect(readdirSync(folder)).toEqual([]);
  expect(takeFolderLock(file).holder).toBeUndefined();
});

test.each([
  ['is empty', ''],
  ['names nobody', 'lock'],
  ['names a process that died', '99999999 1 left-by-the-dead'],
  ['names a process of another run of the machine', `${process.pid} 1@another-boot x`],
])('a lock file that %s is taken over', async (_, mark) => {
  const { folder, file } = aLock();
  writeFileSync(file, mark);

  const seen = await withFolderLock(file, async () => readFileSync(file, 'utf8'), { patience: 0 });

  expect(seen).toMatch(new RegExp(`^${process.pid} `));
  expect(readdirSync(folder)).toEqual([]);
});

test('who has waited too long for a lock is told whose it is', async () => {
  const { file } = aLock();
  takeFolderLock(file);

  await expect(withFolderLock(file, () => Promise.resolve(), { patience: -1 })).rejects.toThrow(
    `kill ${process.pid}`,
  );
});

test('a lock in a folder that cannot be written says which folder, and leaves nothing', () => {
  const { folder } = aLock();
  const file = join(folder, 'file');
  writeFileSync(file, '');

  expect(() => takeFolderLock(join(file, 'lock'))).toThrow(
    `The data folder ${file} cannot be used (a file stands where a folder was expected)`,
  );
  expect(readdirSync(folder)).toEqual(['file']);
});
