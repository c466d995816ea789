import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { folderLocked } from './database.errors.js';
import { birthOf } from './process-table.js';

/**
 * Runs one thing at a time per lock file among all processes of this machine. The lock of a process that died
 * is taken over; a lock held longer than `patience` milliseconds is a problem that names its holder.
 */
export async function withFolderLock<T>(
  file: string,
  work: () => Promise<T>,
  patience = 180_000,
): Promise<T> {
  const mark = `${process.pid} ${birthOf(process.pid) ?? ''} ${randomUUID()}`;
  const deadline = Date.now() + patience;
  while (!take(file, mark)) {
    const holder = holderOf(file);
    if (holder && !holder.lives) breakLock(file, holder.mark);
    else if (holder && Date.now() > deadline) throw folderLocked(file, holder.pid);
    else await pause(20 + Math.random() * 30);
  }
  try {
    return await work();
  } finally {
    if (holderOf(file)?.mark === mark) rmSync(file, { force: true });
  }
}

/** A link appears whole or not at all, so no reader ever sees a lock without its holder. */
function take(file: string, mark: string): boolean {
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  writeFileSync(aside, mark, { mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

interface Holder {
  mark: string;
  pid: number;
  lives: boolean;
}

function holderOf(file: string): Holder | undefined {
  try {
    const mark = readFileSync(file, 'utf8');
    const [pid, birth] = mark.split(' ');
    return { mark, pid: Number(pid), lives: birthOf(Number(pid)) === birth };
  } catch {
    return undefined;
  }
}

/** Two may see the same dead holder: what one moved away is checked, and a lock taken meanwhile is put back. */
function breakLock(file: string, mark: string): void {
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== mark) linkSync(aside, file);
  } catch {
    // Another process was quicker; the next turn sees what it left.
  } finally {
    rmSync(aside, { force: true });
  }
}
