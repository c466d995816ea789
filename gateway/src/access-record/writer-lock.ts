import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes this process the only writer of a folder, for two would break the chain; gives back what ends that. Throws when another lives. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'writer.lock');
  const held = new Error(
    `The access record in ${folder} is being written by another process. Stop it, or give this one a folder of its own.`,
  );
  if (!tryLock(file)) {
    if (isHeld(readFileSync(file, 'utf8'))) throw held;
    // Who held it was killed.
    rmSync(file, { force: true });
    if (!tryLock(file)) throw held;
  }
  return () => rmSync(file, { force: true });
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, nameOf(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(name: string): boolean {
  const id = Number(name.split(' ')[0]);
  if (!Number.isSafeInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return nameOf(id) === name;
}

/** A number may be another process by now (in a container it nearly always is): when it began tells them apart. */
function nameOf(id: number): string {
  try {
    const [, status = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The 22nd field of proc(5) is when it began; the first two went before.
    return `${id} ${status.split(' ')[19]} ${boot}`;
  } catch {
    return String(id);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
