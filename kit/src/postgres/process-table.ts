import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine: its id and the words it shows in a process list. */
export interface ProcessEntry {
  pid: number;
  command: string;
}

/** Every process whose command this user may read. */
export function processes(): ProcessEntry[] {
  if (process.platform !== 'linux') return processesOfPs();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(Number(name)) }))
    .filter(({ command }) => command !== '');
}

/** The words a process shows in a process list; empty when it is gone or already dead. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') {
    return processesOfPs().find((entry) => entry.pid === pid)?.command ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * Tells this run of a process id from a later process that got the same id: the start in clock ticks since boot,
 * or the start time where there is no /proc. Undefined when the process is gone or only waits to be reaped.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return birthOfPs(pid);
  try {
    // The name in parentheses may itself hold spaces and parentheses; what follows the last one is plain.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether a process runs; one that is dead and only waits to be reaped does not. */
export const isRunning = (pid: number): boolean => birthOf(pid) !== undefined;

function processesOfPs(): ProcessEntry[] {
  return run(['-axww', '-o', 'pid=,command='])
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ pid: Number(match[1]), command: match[2] ?? '' }] : []));
}

function birthOfPs(pid: number): string | undefined {
  const [state, ...start] = run(['-o', 'state=,lstart=', '-p', String(pid)])
    .trim()
    .split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : start.join(' ');
}

function run(options: string[]): string {
  try {
    return execFileSync('ps', options, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  } catch {
    return ''; // ps answers 1 when there is no such process.
  }
}
