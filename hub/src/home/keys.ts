import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Home } from './home.js';

/**
 * The secret of which the key of every service of this city is made, known to its gateways alone: made at the first
 * start, kept for its owner.
 */
export function cityKey(home: Home): string {
  const file = join(home.keys, 'gateway.key');
  try {
    // `wx` makes it once: of two first starts one writes, the other reads.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
