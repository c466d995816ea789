import { readdirSync, readFileSync } from 'node:fs';

/** The processes that this one started and that still run a planner, as Linux lists them. */
export function plannerProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isPlanner(name))
    .map(Number);
}

function isPlanner(id: string): boolean {
  try {
    const status = readFileSync(`/proc/${id}/stat`, 'utf8');
    const [, state, parent] = /\) (\S) (\d+)/.exec(status) ?? [];
    if (state === 'Z' || Number(parent) !== process.pid) return false;
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('planner-process');
  } catch {
    // It ended between being listed and being read.
    return false;
  }
}
