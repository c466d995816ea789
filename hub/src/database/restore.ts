import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { majorVersion } from '@manabi/kit/postgres/cluster-folder';
import type { Home } from '../home/home.js';
import { unpack } from './archive-reader.js';
import { homeNotEmpty, homeNotReplaceable, notWritable, otherVersion } from './backup.errors.js';
import { manifestFormat } from './manifest.js';
import type { Manifest } from './manifest.js';
import { sweepInterrupted } from './interrupted.js';
import { markRestored } from './restored.js';

/**
 * Brings a backup back into an empty home. It is unpacked and proved beside the home and renamed into place at the
 * end: whatever is wrong with the file, and whenever it is interrupted, the home stays empty. The next start of the
 * hub finds a mark (see afterRestore). Answers what the backup says of itself.
 */
export async function restore(home: Home, source: string): Promise<Manifest> {
  const file = resolve(source);
  const found = await firstFile(home.folder);
  if (found !== undefined) throw homeNotEmpty(home.folder, found);
  await sweepInterrupted(`${home.folder}.restoring`);
  const aside = `${home.folder}.restoring.${process.pid}`;
  try {
    await mkdir(aside, { recursive: true, mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
      throw isClosed(cause) ? homeNotReplaceable(home.folder, cause) : notWritable(aside, cause);
    });
    const manifest = await unpack(file, aside);
    requireVersion(file, manifest);
    await markRestored(aside, { made: manifest.made, restored: new Date().toISOString() });
    await putInPlace(aside, home.folder);
    await sync(dirname(home.folder));
    return manifest;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const isClosed = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EACCES' || code === 'EPERM';

async function putInPlace(aside: string, folder: string): Promise<void> {
  try {
    await removeEmptyFolders(folder);
    await rename(aside, folder);
  } catch (cause) {
    // A start, or another restore, may have been quicker.
    const found = await firstFile(folder);
    throw found === undefined ? homeNotReplaceable(folder, cause) : homeNotEmpty(folder, found);
  }
}

function requireVersion(file: string, { format, postgres }: Manifest): void {
  if (format !== manifestFormat) {
    throw otherVersion(file, `form ${format}`, `form ${manifestFormat}`);
  }
  if (postgres !== majorVersion) {
    throw otherVersion(file, `PostgreSQL ${postgres}`, `PostgreSQL ${majorVersion}`);
  }
}

/** The first file in a folder; undefined when it holds none, or does not exist. */
async function firstFile(folder: string): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw notWritable(folder, error);
    },
  );
  const file = entries.find((entry) => !entry.isDirectory());
  return file && join(file.parentPath, file.name).slice(folder.length + 1);
}

/** Takes away the folders in a folder, and never a file: one that came meanwhile makes this fail. */
async function removeEmptyFolders(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  for (const name of entries) {
    await removeEmptyFolders(join(folder, name));
    await rmdir(join(folder, name));
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
