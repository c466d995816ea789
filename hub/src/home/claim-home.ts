import { join } from 'node:path';

import { takeFolderLock } from '@manabi/kit/postgres/folder-lock';
import { commandOf } from '@manabi/kit/postgres/process-table';
import { Problem } from '@manabi/kit/problem';

import type { Home } from './home.js';

/**
 * Makes this process the one that runs the city of a home; answers what ends that. Whoever is killed loses it at once.
 * Throws a Problem where another runs it: two would number one record of accesses.
 */
export function claimHome({ folder }: Home): () => void {
  const { holder, release } = takeFolderLock(join(folder, 'city.lock'));
  if (holder === undefined) return release;
  throw new Problem(
    'CONFLICT',
    `The city in ${folder} runs already: process ${holder} (${commandOf(holder).slice(0, 80)}). Stop that one with Ctrl-C or "kill ${holder}", or start another city in another folder and at another port: HUB_HOME=<folder> npm start -- --port <port>.`,
  );
}
