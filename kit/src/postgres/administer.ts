import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { passwordOf } from './cluster-folder.js';
import type { ClusterFolder } from './cluster-folder.js';

/** Runs work on one connection of the superuser and closes it. */
export async function asSuperuser<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes a role that may do nothing but log in and own databases. Its password follows from the folder's secret,
 * so none is stored. Safe when several processes do it at once.
 */
export async function ensureRole(
  client: Client,
  folder: ClusterFolder,
  role: string,
): Promise<void> {
  const password = escapeLiteral(passwordOf(folder, role));
  await client.query('select pg_advisory_lock(hashtext($1))', [`role ${role}`]);
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) {
      await client.query(`create role ${escapeIdentifier(role)} login password ${password}`);
    }
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [`role ${role}`]);
  }
}

/** The role a database belongs to; undefined when there is no such database. */
export async function ownerOf(client: Client, database: string): Promise<string | undefined> {
  const { rows } = await client.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
    [database],
  );
  return rows[0]?.owner;
}

/**
 * Makes a database unless it exists, copied from a template, owned by a role; other roles may not enter it.
 * Safe when several processes do it at once.
 */
export async function ensureDatabase(
  client: Client,
  name: string,
  from: { template: string; owner: string },
): Promise<void> {
  const database = escapeIdentifier(name);
  await client.query('select pg_advisory_lock(hashtext($1))', [`database ${name}`]);
  try {
    if ((await ownerOf(client, name)) === undefined) {
      await client.query(
        `create database ${database} template ${escapeIdentifier(from.template)} owner ${escapeIdentifier(from.owner)}`,
      );
    }
    await client.query(`revoke connect, temporary on database ${database} from public`);
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [`database ${name}`]);
  }
}

/** Drops a database if it exists, ending the connections to it. */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}
