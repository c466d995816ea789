import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes this process the only writer of a folder, for two would break the chain; gives back what ends that. Throws when another lives. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'writer.lock');
  if (!tryLock(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) {
      throw new Error(
        `The access record in ${folder} is being written by process ${holder}. Stop it, or give this one a folder of its own.`,
      );
    }
    // Who held it was killed.
    rmSync(file, { force: true });
    if (!tryLock(file))
      throw new Error(
        `Another process has just taken the access record in ${folder}. Give this one a folder of its own.`,
      );
  }
  return () => rmSync(file, { force: true });
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
