import { existsSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { openCluster } from '@manabi/kit/postgres/cluster';
import type { Cluster } from '@manabi/kit/postgres/cluster';
import { majorVersion } from '@manabi/kit/postgres/cluster-folder';
import type { Home } from '../home/home.js';
import { ArchiveWriter } from './archive-writer.js';
import { fileExists, fileInsideHome, notWritable, nothingToBackUp } from './backup.errors.js';
import { copyServer } from './copy-server.js';
import { listHomeFiles } from './home-files.js';
import { sweepInterrupted } from './interrupted.js';
import { manifestFormat } from './manifest.js';

/** What a backup holds. */
export interface BackupSummary {
  file: string;
  /** Size of the file in bytes. */
  bytes: number;
  /** ISO 8601, UTC. */
  made: string;
  databases: string[];
}

/**
 * Writes one consistent copy of all databases, keys and configuration of a home into one file, while the hub may
 * go on serving. The file appears whole or not at all.
 */
export async function backup(
  home: Home,
  target: string,
  progress: (sentence: string) => void = () => undefined,
): Promise<BackupSummary> {
  const file = resolve(target);
  if (existsSync(file)) throw fileExists(file);
  if (!relative(home.folder, file).startsWith('..')) throw fileInsideHome(file, home.folder);
  if (!existsSync(join(home.postgres, 'data'))) throw nothingToBackUp(home.folder);
  const cluster = await openCluster({ folder: home.postgres, progress });
  try {
    return await writeArchive(home, cluster, { file, progress });
  } finally {
    await cluster.stop();
  }
}

async function writeArchive(
  home: Home,
  cluster: Cluster,
  { file, progress }: { file: string; progress: (sentence: string) => void },
): Promise<BackupSummary> {
  await sweepInterrupted(`${file}.partial`);
  const partial = `${file}.partial.${process.pid}`;
  const archive = new ArchiveWriter(partial);
  try {
    const postgres = basename(home.postgres);
    for (const path of await listHomeFiles(home.folder, postgres)) {
      await archive.addFile(path, join(home.folder, path));
    }
    const databases = await copyServer(cluster, archive, { prefix: `${postgres}/data`, progress });
    const made = new Date().toISOString();
    await archive.close({ format: manifestFormat, made, postgres: majorVersion, databases });
    await rename(partial, file);
    return { file, bytes: (await stat(file)).size, made, databases };
  } catch (cause) {
    const ofDisk = await archive.abandon();
    await rm(partial, { force: true });
    throw ofDisk === undefined ? cause : notWritable(file, ofDisk);
  }
}
