import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Home } from './home.js';

/** The secret that the gateways and services of this city share: made at the first start, kept for its owner alone. */
export function gatewayKey(home: Home): string {
  const file = join(home.keys, 'gateway.key');
  try {
    // `wx` makes it once: of two first starts one writes, the other reads.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
