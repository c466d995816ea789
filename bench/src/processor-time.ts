import { readFileSync, readdirSync } from 'node:fs';

/*
 * What a measurement would take on a machine that does nothing else: how long the processor worked, here and in the
 * database server. The server's part is read from Linux's /proc, and is 0 elsewhere.
 */

/** Milliseconds for which the processor worked for this process so far. */
export function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds for which the processor worked for these processes so far. */
export function timeOf(processes: readonly number[]): number {
  const nanoseconds = processes.map((pid) => Number(told(pid, 'schedstat').split(' ')[0] ?? 0));
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1_000_000;
}

/** Milliseconds for which the processor worked for a server so far, connections that ended included. */
export function timeOfServer(server: number): number {
  return timeOf(connectionsOf(server)) + counted(server, 16);
}

/** Milliseconds for which the processor worked for these processes with all their threads so far, to a hundredth of a second. */
export function timeOfProcesses(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + counted(pid, 14), 0);
}

/** Milliseconds in a field of proc_pid_stat(5) and the next, user and system: 14 of its own, 16 of children that ended. */
function counted(pid: number, field: 14 | 16): number {
  const stat = told(pid, 'stat');
  // The name before may hold anything; field 3 follows it. The system counts hundredths of a second.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return ((fields[field - 3] ?? 0) + (fields[field - 2] ?? 0)) * 10;
}

/** The processes that a server started: each of its connections has its own. */
export function connectionsOf(server: number): number[] {
  const parent = (pid: number) => /^PPid:\s+(\d+)$/m.exec(told(pid, 'status'))?.[1];
  return processes().filter((pid) => Number(parent(pid)) === server);
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function told(pid: number, what: 'schedstat' | 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
