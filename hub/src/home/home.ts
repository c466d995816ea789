import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { Problem } from '@manabi/kit/problem';

/** Where a city keeps what must outlive a process: databases, keys, configuration. */
export interface Home {
  readonly folder: string;
  readonly postgres: string;
  readonly keys: string;
}

/**
 * The home that the environment names (`HUB_HOME`), else `.hub` in the present folder. Makes it when it is new; throws
 * a Problem when it cannot be written.
 */
export function openHome(environment: NodeJS.ProcessEnv): Home {
  const folder = resolve(environment['HUB_HOME'] ?? '.hub');
  const home = { folder, postgres: join(folder, 'postgres'), keys: join(folder, 'keys') };
  try {
    mkdirSync(home.keys, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Problem(
      'FORBIDDEN',
      `${folder} cannot be written (${reasonOf(error)}), and the city keeps its databases and keys there. Give this user the folder, or name another in HUB_HOME, then try again.`,
    );
  }
  return home;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
