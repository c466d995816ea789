import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFolder } from './cluster-folder.js';
import { notStopped } from './database.errors.js';
import { readPostmasterFile } from './postmaster-file.js';
import { commandOf, isRunning, processes } from './process-table.js';

/**
 * Ends a server by its fast shutdown (open transactions are rolled back, all is written out) and waits for it;
 * after a minute by its immediate one, from which the next start recovers.
 */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal);
    if (await isGone(pid, 60_000)) return;
  }
  throw notStopped(pid);
}

/** Whether a process is a server of this folder started by this program. */
export const isOurServer = (folder: ClusterFolder, pid: number): boolean =>
  isRunning(pid) && commandOf(pid).includes(`cluster_name=${folder.clusterName}`);

/** Whether a server of this folder runs that has not noted itself in its data folder yet, or not any more. */
export const isServerUnnoted = (folder: ClusterFolder): boolean =>
  processes().some(({ command }) => command.includes(`cluster_name=${folder.clusterName}`));

/**
 * Ends what a killed server left behind: its children carry the name of the folder's server in their titles, and
 * one that is busy would go on serving, and keep a new server from starting, until its statement ends.
 */
export async function endOrphans(folder: ClusterFolder): Promise<number> {
  const live = readPostmasterFile(folder.data);
  if (live && isOurServer(folder, live.pid)) return 0;
  const orphans = processes()
    .filter(({ command }) => command.startsWith(`postgres: ${folder.clusterName}:`))
    .map(({ pid }) => pid);
  await endProcesses(orphans, 300);
  return orphans.length;
}

/** Ends processes that do not end by themselves within so many milliseconds, and waits until they are gone. */
export async function endProcesses(pids: readonly number[], patience: number): Promise<void> {
  for (const pid of pids) if (!(await isGone(pid, patience))) send(pid, 'SIGKILL');
  for (const pid of pids) await isGone(pid, 10_000);
}

/** Waits until a process is gone, at most so many milliseconds; says whether it is. */
export async function isGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    // It may have ended by itself in this moment.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
}
