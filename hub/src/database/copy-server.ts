import { join } from 'node:path';
import type { Cluster } from '@manabi/kit/postgres/cluster';
import { Client } from 'pg';
import type { ArchiveWriter } from './archive-writer.js';
import { controlFile, listLog, listServerFiles } from './server-files.js';

/** Where the copied data folder stands in the archive, and how to tell of progress. */
export interface CopyOptions {
  prefix: string;
  progress: (sentence: string) => void;
}

/**
 * Copies the data folder of a running server, all its databases as of one moment, while it goes on serving:
 * PostgreSQL's own low-level backup (chapter 25.3.4), with the log between its start and its end. Answers the names
 * of the databases.
 */
export async function copyServer(
  cluster: Cluster,
  archive: ArchiveWriter,
  { prefix, progress }: CopyOptions,
): Promise<string[]> {
  const client = new Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    // Keeps the server from reusing pieces of its log before they are copied; it ends with this connection.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `hub_backup_${process.pid}`,
    ]);
    await client.query("select pg_backup_start('hub backup', true)");
    await copyFiles(cluster, archive, { prefix, progress });
    const { label, last } = await stopBackup(client);
    const first = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? '';
    for (const name of await listLog(cluster.data, first, last)) {
      await archive.addFile(`${prefix}/pg_wal/${name}`, join(cluster.data, 'pg_wal', name));
    }
    await archive.addText(`${prefix}/backup_label`, label);
    return await databaseNames(client);
  } finally {
    await client.end();
  }
}

async function copyFiles(
  cluster: Cluster,
  archive: ArchiveWriter,
  { prefix, progress }: CopyOptions,
): Promise<void> {
  const { folders, files } = await listServerFiles(cluster.data);
  for (const folder of folders) await archive.addFolder(`${prefix}/${folder}`);
  for (const [index, file] of files.entries()) {
    if (index % 500 === 0) progress(`Copying the databases: ${index} of ${files.length} files`);
    await archive.addFile(`${prefix}/${file}`, join(cluster.data, file));
  }
  await archive.addFile(`${prefix}/${controlFile}`, join(cluster.data, controlFile));
}

async function stopBackup(client: Client): Promise<{ label: string; last: string }> {
  const { rows } = await client.query<{ label: string; last: string }>(
    'select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
  );
  if (!rows[0]) throw new Error('Broken assumption: pg_backup_stop answers one row.');
  return rows[0];
}

async function databaseNames(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where not datistemplate and datname <> 'postgres' order by 1",
  );
  return rows.map(({ name }) => name);
}
