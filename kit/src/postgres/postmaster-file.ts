import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes about itself into its data folder. */
export interface PostmasterFile {
  pid: number;
  port: number;
  isReady: boolean;
  isStopping: boolean;
}

/** The path of postmaster.pid in a data folder. */
export const postmasterPath = (data: string): string => join(data, 'postmaster.pid');

/**
 * Reads postmaster.pid of a data folder (lines: pid, folder, start, port, socket folder, address, shared memory,
 * state; PostgreSQL 18 src/include/utils/pidfile.h). Undefined when there is none or its first line is no number.
 */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(postmasterPath(data), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    const state = lines[7]?.trim();
    return {
      pid,
      port: Number(lines[3] ?? 0),
      isReady: state === 'ready',
      isStopping: state === 'stopping',
    };
  } catch {
    return undefined;
  }
}
