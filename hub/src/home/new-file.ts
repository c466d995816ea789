import { randomUUID } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Makes a file for its owner alone, whole or not at all, however it is interrupted and whoever reads meanwhile. False, and
 * nothing is changed, where there is one of that name.
 */
export function makeFile(file: string, text: string): boolean {
  const aside = `${file}.${randomUUID()}.partial`;
  try {
    writeFileSync(aside, text, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
