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
  // Fields 16 and 17 of proc_pid_stat(5), after the name, which may hold anything: hundredths of a second.
  const stat = told(server, 'stat');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return timeOf(connectionsOf(server)) + (user + system) * 10;
}

/** The processes of a server: each of its connections has its own. */
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

/** MiB of memory that the processes a process started have taken at most, added up. */
export function childrenPeak(parent: number): number {
  const peaks = connectionsOf(parent).map((pid) =>
    Number(/^VmHWM:\s+(\d+)/m.exec(told(pid, 'status'))?.[1] ?? 0),
  );
  return peaks.reduce((sum, each) => sum + each, 0) / 1024;
}
