import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreSymlinks } from './symlinks.js';

test('links that an install script did not make are made once, by however many at the same time', async () => {
  const root = mkdtempSync(join(tmpdir(), 'manabi-links-'));
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  writeFileSync(join(root, 'native/lib/libchoir.so.1.2'), 'a library');
  const targets = ['native/lib/libchoir.so', 'native/lib/libchoir.so.1'];
  const links = targets.map((target) => ({ source: 'native/lib/libchoir.so.1.2', target }));
  writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
  const script = `import { restoreSymlinks } from ${JSON.stringify(join(import.meta.dirname, 'symlinks.ts'))};
    restoreSymlinks(${JSON.stringify(root)});`;

  const others = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }),
  );
  const codes = await Promise.all(
    others.map(async (other) => (await once(other, 'exit'))[0] as number),
  );

  expect(codes).toEqual([0, 0, 0]);
  expect(restoreSymlinks(root)).toBe(0);
  expect(readdirSync(join(root, 'native/lib')).sort()).toEqual([
    'libchoir.so',
    'libchoir.so.1',
    'libchoir.so.1.2',
  ]);
  for (const target of targets) expect(readFileSync(join(root, target), 'utf8')).toBe('a library');
  rmSync(root, { recursive: true });
});
