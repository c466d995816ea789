import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { passwordOf, superuser } from './cluster-folder.js';
import type { ClusterFolder } from './cluster-folder.js';
import { foreignServer, passwordRefused } from './database.errors.js';
import { postmasterPath, readPostmasterFile } from './postmaster-file.js';
import { commandOf, isRunning } from './process-table.js';
import type { RunningServer } from './start.js';
import { endOrphans, isOurServer, isServerUnnoted } from './stop.js';

/**
 * Finds the server that an earlier or another launcher left running on a folder, and proves that it is ours: its
 * command names the folder, it accepts the folder's password and serves the folder's data. A postmaster.pid whose
 * process is gone, or is by now something else, is cleared together with the children of the killed server.
 */
export async function adoptServer(folder: ClusterFolder): Promise<RunningServer | undefined> {
  for (;;) {
    const file = readPostmasterFile(folder.data);
    // Who started it was killed before it had written its file, or it has just ended: a second beside it would be refused.
    if (!file && isServerUnnoted(folder)) {
      await pause(15);
      continue;
    }
    if (!file || !isOurServer(folder, file.pid)) {
      if (file && isForeignServer(folder, file.pid)) throw foreignServer(folder.root, file.pid);
      await endOrphans(folder);
      rmSync(postmasterPath(folder.data), { force: true });
      return undefined;
    }
    if (file.isReady) return prove(folder, { pid: file.pid, port: file.port });
    await pause(15); // It starts, recovers or stops just now: all three end by themselves.
  }
}

function isForeignServer(folder: ClusterFolder, pid: number): boolean {
  const command = commandOf(pid);
  return isRunning(pid) && /\bpostgres\b/.test(command) && command.includes(folder.data);
}

/** Asks a server whether it is the one of this folder. */
export async function prove(folder: ClusterFolder, server: RunningServer): Promise<RunningServer> {
  const client = new Client({
    host: '127.0.0.1',
    port: server.port,
    user: superuser,
    database: 'postgres',
    password: passwordOf(folder, superuser),
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== folder.data) throw foreignServer(folder.root, server.pid);
    return server;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === '28P01') {
      throw passwordRefused(folder.passwordFile, cause);
    }
    throw cause;
  } finally {
    await client.end();
  }
}
