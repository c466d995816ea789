import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { folderLocked, folderUnusable, notWritten } from './database.errors.js';
import { birthOf } from './process-table.js';

/** How long one waits for a lock, and who is told. */
export interface Waiting {
  /** Milliseconds after which a lock that is still held is a problem; three minutes unless said. */
  readonly patience?: number;
  /** Told the holder's process id once, when it has been waited for some seconds. */
  readonly onWait?: ((holder: number) => void) | undefined;
}

/** Milliseconds of waiting that a person takes for a pause. */
const unnoticed = 2_000;

/**
 * Runs one thing at a time per lock file among all processes of this machine. The lock of a process that died
 * is taken over; a lock that is held for too long is a problem that names its holder.
 */
export async function withFolderLock<T>(
  file: string,
  work: () => Promise<T>,
  { patience = 180_000, onWait }: Waiting = {},
): Promise<T> {
  const began = Date.now();
  let told = false;
  for (;;) {
    const taken = takeFolderLock(file);
    if (taken.holder === undefined) return whileHeld(taken.release, work);
    const waited = Date.now() - began;
    if (waited > patience) throw folderLocked(file, taken.holder);
    if (!told && waited > unnoticed) {
      told = true;
      onWait?.(taken.holder);
    }
    await pause(20 + Math.random() * 30);
  }
}

async function whileHeld<T>(release: () => void, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    release();
  }
}

/** A lock that was taken and how to give it back, or the process that holds it. */
export type FolderLock =
  | { readonly holder?: undefined; readonly release: () => void }
  | { readonly holder: number; readonly release?: undefined };

/**
 * Takes a lock file without waiting, for as long as this process lives or until it is given back; that of a process that
 * died is taken over. Throws a DatabaseProblem where the folder cannot be written.
 */
export function takeFolderLock(file: string): FolderLock {
  const mark = `${process.pid} ${lifeOf(process.pid) ?? ''} ${randomUUID()}`;
  while (!take(file, mark)) {
    const holder = holderOf(file);
    if (holder?.lives) return { holder: holder.pid };
    if (holder) breakLock(file, holder.mark);
  }
  return {
    release: () => {
      if (holderOf(file)?.mark === mark) rmSync(file, { force: true });
    },
  };
}

/** A link appears whole or not at all, so no reader ever sees a lock without its holder. */
function take(file: string, mark: string): boolean {
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  try {
    writeFileSync(aside, mark, { mode: 0o600 });
    linkSync(aside, file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw notWritten(dirname(file), cause);
  } finally {
    if (existsSync(aside)) rmSync(aside, { force: true });
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
    const [pid, life] = mark.split(' ');
    return { mark, pid: Number(pid), lives: life !== undefined && lifeOf(Number(pid)) === life };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw folderUnusable(file, cause);
  }
}

/** When a process began, and in which run of the machine: its number, and its first moment, may come again after that. */
function lifeOf(pid: number): string | undefined {
  const birth = birthOf(pid);
  return birth === undefined ? undefined : `${birth}${bootOf()}`.replaceAll(' ', '_');
}

function bootOf(): string {
  try {
    return `@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return ''; // Only Linux tells it.
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
