import { join } from 'node:path';

import { takeFolderLock } from '@manabi/kit/postgres/folder-lock';

import { SettingsRefused } from '../configuration/read-settings.js';

/** Makes this process the only writer of a folder, for two would break the chain; gives back what ends that. Throws SettingsRefused when another lives. */
export function lockFolder(folder: string): () => void {
  const { holder, release } = takeFolderLock(join(folder, 'writer.lock'));
  if (holder === undefined) return release;
  throw new SettingsRefused(
    `The access record in ${folder} is being written by another process (${holder}). Stop it, or give this one a folder of its own.`,
  );
}
