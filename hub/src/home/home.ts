import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where a city keeps what must outlive a process: databases, keys, configuration. */
export interface Home {
  readonly folder: string;
  readonly postgres: string;
  readonly keys: string;
}

/** The home that the environment names (`HUB_HOME`), else `.hub` in the present folder. Makes it when it is new. */
export function openHome(environment: NodeJS.ProcessEnv): Home {
  const folder = resolve(environment['HUB_HOME'] ?? '.hub');
  const home = { folder, postgres: join(folder, 'postgres'), keys: join(folder, 'keys') };
  mkdirSync(home.keys, { recursive: true, mode: 0o700 });
  return home;
}
