import { existsSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '@manabi/kit/postgres/cluster';
import { superuser } from '@manabi/kit/postgres/cluster-folder';
import { Client } from 'pg';

/** Name of the mark that a restore leaves in a home until the databases have taken note. */
export const restoredFile = 'restored.json';

/** When the restored backup was made and when it was restored; ISO 8601, UTC. */
export interface Restored {
  made: string;
  restored: string;
}

/** Leaves the mark in a folder that is about to become a home. */
export async function markRestored(folder: string, restored: Restored): Promise<void> {
  const handle = await open(join(folder, restoredFile), 'w', 0o600);
  await handle.writeFile(JSON.stringify(restored));
  await handle.sync();
  await handle.close();
}

/**
 * At the first start after a restore, calls `takeNote` once for every database, in a transaction of its own, so
 * that each can begin a new feed epoch: followers may have read further than the backup goes. The mark is taken away
 * when all have succeeded; a start that is killed before calls again for all. Answers how many took note.
 */
export async function afterRestore(
  home: string,
  cluster: Cluster,
  takeNote: (client: Client, database: string) => Promise<void>,
): Promise<number> {
  const mark = join(home, restoredFile);
  if (!existsSync(mark)) return 0;
  const names = await databaseNames(cluster);
  for (const database of names) {
    await inTransaction(cluster.urlOf(database, superuser), (client) => takeNote(client, database));
  }
  await rm(mark, { force: true });
  return names.length;
}

/** What the mark of a home says; undefined when there is none. */
export async function readRestored(home: string): Promise<Restored | undefined> {
  const text = await readFile(join(home, restoredFile), 'utf8').catch(() => undefined);
  // Only markRestored writes it.
  return text === undefined ? undefined : (JSON.parse(text) as Restored);
}

async function inTransaction(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    await client.end(); // An open transaction ends with its connection, undone.
  }
}

async function databaseNames(cluster: Cluster): Promise<string[]> {
  const client = new Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where not datistemplate and datname <> 'postgres' order by 1",
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
