import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openCluster } from './cluster.js';
import { isGone } from './stop.js';

test('a test server that nobody has used for long is stopped, one that somebody uses is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-idle-'));
  const cluster = await openCluster({ folder: join(folder, 'cluster'), durability: 'passing' });
  const usedFile = join(folder, 'used');
  writeFileSync(usedFile, '');
  utimesSync(usedFile, 0, 0);
  const user = new Client({ connectionString: cluster.superuserUrl });
  user.on('error', () => undefined);
  await user.connect();
  const watch = () => {
    const script = join(import.meta.dirname, 'idle-watch.ts');
    const watcher = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'] });
    watcher.stdin.end(JSON.stringify({ pid: cluster.pid, url: cluster.superuserUrl, usedFile }));
    return watcher;
  };

  const patient = watch();
  const stoppedWhileUsed = await isGone(cluster.pid, 2000);
  patient.kill();
  await user.end();
  const watcher = watch();
  const [code] = (await once(watcher, 'exit')) as [number];

  expect(stoppedWhileUsed).toBe(false);
  expect(code).toBe(0);
  expect(await isGone(cluster.pid, 10_000)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
