import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { restoredFile } from './restored.js';

/**
 * What of a home is copied file by file: keys, configuration and the database's secret; not the database itself,
 * nor what belongs to running processes (locks, logs, process ids). Paths relative to the home.
 */
export async function listHomeFiles(home: string, postgres: string): Promise<string[]> {
  const names = await readdir(home, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
    .filter((path) => path === `${postgres}/password` || !path.startsWith(`${postgres}/`))
    .filter((path) => !/\.(log|lock|pid|partial)(\.|$)/.test(path) && path !== restoredFile)
    .sort();
}
