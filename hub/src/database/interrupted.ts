import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '@manabi/kit/postgres/process-table';

/** Removes what runs that were killed left unfinished: `<path>.<process id>`, where that process is gone. */
export async function sweepInterrupted(path: string): Promise<void> {
  const beginning = `${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  const left = names.filter((name) => {
    const pid = name.slice(beginning.length);
    return name.startsWith(beginning) && /^\d+$/.test(pid) && !isRunning(Number(pid));
  });
  for (const name of left) await rm(join(dirname(path), name), { recursive: true, force: true });
}
