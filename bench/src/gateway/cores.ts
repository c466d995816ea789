import { execFileSync } from 'node:child_process';

/** Core of what is measured; everything else takes the other, so that neither takes time from it. */
const measured = '0';
const others = '1';

/** Whether processes can be kept on a core here: Linux with taskset. */
export const pins = tried(() => execFileSync('taskset', ['--version'], { stdio: 'ignore' }));

/** The command that runs this Node on a core: that of what is measured, or the one for all else. */
export function nodeOn(core: 'measured' | 'others'): { command: string; words: readonly string[] } {
  if (!pins) return { command: process.execPath, words: [] };
  const number = core === 'measured' ? measured : others;
  return { command: 'taskset', words: ['--cpu-list', number, process.execPath] };
}

/** Moves this process to the core for everything that is not measured. */
export function leaveMeasuredCore(): void {
  if (!pins) return;
  const words = ['--all-tasks', '--cpu-list', '--pid', others, String(process.pid)];
  execFileSync('taskset', words, { stdio: 'ignore' });
}

function tried(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
