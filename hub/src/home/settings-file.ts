import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '@manabi/kit/problem';

import type { Home } from './home.js';

/**
 * Reads a JSON file that an operator may have put into a city's home; `{}` when there is none. Throws a Problem that
 * names the file when it is no JSON or when `read` refuses what it says.
 */
export function readSettingsFile<Read>(
  home: Home,
  name: string,
  read: (said: unknown) => Read,
): Read {
  const file = join(home.folder, name);
  try {
    return read(JSON.parse(textOf(file)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('BAD_USER_INPUT', `${file} cannot be used. ${reason} Mend it, or remove it.`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  }
}
