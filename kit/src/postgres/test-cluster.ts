import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCluster } from './cluster.js';
import type { Cluster } from './cluster.js';
import { majorVersion } from './cluster-folder.js';
import { withFolderLock } from './folder-lock.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isRunning } from './process-table.js';

const here = fileURLToPath(import.meta.url);

/** The folder of the test server: one per user, version and copy of the project. */
export const testFolder = join(
  tmpdir(),
  `manabi-test-postgres-${majorVersion}-${process.getuid?.() ?? 0}-${createHash('sha256').update(here).digest('hex').slice(0, 8)}`,
);

/** Touched at every use; the watcher stops the server when it has grown old. */
export const usedFile = join(testFolder, 'used');

let opened: Promise<Cluster> | undefined;

/**
 * The PostgreSQL server of all tests of this copy of the project: started by whoever comes first, shared by all
 * workers and adopted by later runs, stopped by its watcher when nobody has used it for five minutes. It trades
 * durability for speed.
 */
export async function testCluster(): Promise<Cluster> {
  opened ??= open();
  const cluster = await opened;
  if (isRunning(cluster.pid)) return cluster;
  opened = open(); // It was stopped while this process was idle.
  return opened;
}

async function open(): Promise<Cluster> {
  mkdirSync(testFolder, { recursive: true, mode: 0o700 });
  return withFolderLock(join(testFolder, 'use.lock'), async () => {
    markUsed();
    const cluster = await openOrBeginAgain(join(testFolder, 'cluster'));
    if (!cluster.adopted) watch(cluster);
    return cluster;
  });
}

/** Notes that the test server is in use. */
export function markUsed(): void {
  if (!existsSync(usedFile)) writeFileSync(usedFile, '');
  utimesSync(usedFile, new Date(), new Date());
}

/** Without fsync a server that did not end cleanly may be damaged: its folder is thrown away. */
async function openOrBeginAgain(folder: string): Promise<Cluster> {
  const left = readPostmasterFile(join(folder, 'data'));
  if (left && !isRunning(left.pid)) rmSync(folder, { recursive: true, force: true });
  try {
    return await openCluster({ folder, durability: 'passing' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return openCluster({ folder, durability: 'passing' });
  }
}

/** Runs the watcher in a process of its own: from source Node strips its types, so it imports npm only. */
function watch(cluster: Cluster): void {
  const script = join(here, '..', here.endsWith('.ts') ? 'idle-watch.ts' : 'idle-watch.js');
  const settings = { pid: cluster.pid, url: cluster.superuserUrl, usedFile };
  const child = spawn(process.execPath, ['--no-warnings', script], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  child.stdin.end(JSON.stringify(settings));
  child.unref();
}
