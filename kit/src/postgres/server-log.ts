import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import type { ClusterFolder } from './cluster-folder.js';
import type { DatabaseProblem } from './database-problem.js';
import { diskFull, folderUnusable, notStarted } from './database.errors.js';

const keptBytes = 8 * 1024 * 1024;
const tailBytes = 64 * 1024;

/** Sets a log aside that has grown large, keeping one older one; answers how long the present one is. */
export function rotateLog(folder: ClusterFolder): number {
  const size = existsSync(folder.log) ? statSync(folder.log).size : 0;
  if (size < keptBytes) return size;
  renameSync(folder.log, `${folder.log}.1`);
  return 0;
}

/** What the server wrote into its log after a position, at most the last 64 KB. */
export function logSince(folder: ClusterFolder, position: number): string {
  if (!existsSync(folder.log)) return '';
  const start = Math.max(position, statSync(folder.log).size - tailBytes);
  const file = openSync(folder.log, 'r');
  try {
    const buffer = Buffer.alloc(tailBytes);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, tailBytes, start));
  } finally {
    closeSync(file);
  }
}

/** Turns the last words of initdb or of the server into a problem that says what to do. */
export function problemOfOutput(folder: ClusterFolder, output: string): DatabaseProblem {
  if (/no space left on device|disk quota exceeded/i.test(output)) {
    return diskFull(folder.root, 'PostgreSQL ran out of it');
  }
  const unusable = /read-only file system|permission denied|operation not permitted/i.exec(output);
  if (unusable) return folderUnusable(folder.root, new Error(unusable[0].toLowerCase()));
  const words = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|HINT|error:/.test(line))
    .slice(-4)
    .map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR|HINT|error):\s*/, ''));
  return notStarted(folder.log, words.join(' ') || output.trim().slice(-300));
}

/** Whether the server ended because its port was taken between the choice of it and the start. */
export const saysPortTaken = (output: string): boolean => /Address already in use/.test(output);
