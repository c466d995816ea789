import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from './chain.js';

const pattern = /^access-\d{4}-\d{2}-\d{2}\.jsonl$/;

/** The name of the file that holds the lines of one day, by the clock of UTC. */
export function fileOfDay(moment: Date): string {
  return `access-${moment.toISOString().slice(0, 10)}.jsonl`;
}

/** The paths of all files of a record, the oldest first. */
export function recordFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The path of the checkpoint: where the chain had come to when it was last forced to the disk. */
export function headFile(folder: string): string {
  // In capitals it comes first in a list of names: a copy made file by file never holds a checkpoint of lines it lacks.
  return join(folder, 'CHECKPOINT.json');
}

/** The checkpoint of a record; undefined when there is none that can be read. */
export function readHead(folder: string): Head | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(headFile(folder), 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('number' in value) || !('hash' in value)) return undefined;
    const { number, hash } = value;
    return typeof number === 'number' && typeof hash === 'string' ? { number, hash } : undefined;
  } catch {
    return undefined;
  }
}
