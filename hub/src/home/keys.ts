import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '@manabi/kit/problem';

import type { Home } from './home.js';
import { makeFile } from './new-file.js';

/** Characters below which a key is none: who guesses it speaks for every gateway. */
const shortest = 32;

/**
 * The secret of which the key of every service of this city is made, known to its gateways alone: made at the first
 * start, kept for its owner. Throws a Problem where what is kept is no key.
 */
export function cityKey(home: Home): string {
  const file = join(home.keys, 'gateway.key');
  const key = keyIn(file) ?? madeKey(file);
  if (key.length >= shortest) return key;
  throw new Problem(
    'CONFLICT',
    `${file} holds no key: at least ${shortest} characters were expected. Put it back from a backup. If there is none, remove it: the next start makes another, and each service that runs elsewhere needs its new one (hub keys service NAME).`,
  );
}

/** Of two first starts one makes it, the other reads what the first made. */
function madeKey(file: string): string {
  makeFile(file, randomBytes(32).toString('hex'));
  return keyIn(file) ?? '';
}

function keyIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
