import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { asSuperuser, dropDatabase, ensureDatabase, ownerOf } from './administer.js';
import type { Cluster } from './cluster.js';
import { birthOf } from './process-table.js';
import { markUsed, testCluster } from './test-cluster.js';

/** The role of all test databases; as the hub's roles it may do nothing but own databases. */
const tester = 'tester';

/** A database to copy: made once for each content and kept between runs. */
export interface Template {
  /** Says what it is, for people. */
  name: string;
  /** Changes when the content does, for example the text of all migrations. */
  content: string;
  /** What it is a copy of before it is prepared; an empty database unless said. */
  from?: Template;
  /** Fills the database; all its connections are closed when it settles. */
  prepare(url: string): Promise<void>;
}

/** An empty or prepared database of one test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/**
 * Makes a database for a test on the shared test server, as a copy of a template where one is given (about 50 ms).
 * What tests that died left behind is dropped.
 */
export async function testDatabase(options: { template?: Template } = {}): Promise<TestDatabase> {
  const cluster = await testCluster();
  markUsed();
  const name = `test_${process.pid}_${birthOf(process.pid)?.replaceAll(/\W/g, '')}_${randomUUID().slice(0, 8)}`;
  await asSuperuser(cluster.superuserUrl, async (client) => {
    await sweepOnce(client);
    await ensureTester(client, cluster);
    const template = options.template
      ? await ensureTemplate(client, cluster, options.template)
      : 'template1';
    await ensureDatabase(client, name, { template, owner: tester });
  });
  return { url: cluster.urlOf(name, tester), drop: () => cluster.dropDatabase(name) };
}

/** One process prepares a template, the others wait; a half-made one never has the template's name. */
async function ensureTemplate(
  client: Client,
  cluster: Cluster,
  template: Template,
): Promise<string> {
  const hash = createHash('sha256').update(template.content).digest('hex').slice(0, 16);
  const slug = template.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 30);
  const name = `template_${slug}_${hash}`;
  if ((await ownerOf(client, name)) !== undefined) return name;
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    if ((await ownerOf(client, name)) === undefined)
      await makeTemplate(client, cluster, { name, template });
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

async function makeTemplate(
  client: Client,
  cluster: Cluster,
  { name, template }: { name: string; template: Template },
): Promise<void> {
  const making = `making_${name}`.slice(0, 63);
  const from = template.from ? await ensureTemplate(client, cluster, template.from) : 'template1';
  await dropDatabase(client, making);
  await ensureDatabase(client, making, { template: from, owner: tester });
  await template.prepare(cluster.urlOf(making, tester));
  // A pool that is still closing would keep the copy from being made.
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    making,
  ]);
  await client.query(`alter database ${escapeIdentifier(making)} allow_connections false`);
  await client.query(
    `comment on database ${escapeIdentifier(making)} is ${escapeLiteral(new Date().toISOString())}`,
  );
  await client.query(
    `alter database ${escapeIdentifier(making)} rename to ${escapeIdentifier(name)}`,
  );
}

async function ensureTester(client: Client, cluster: Cluster): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [tester]);
  if (rowCount !== 0) return;
  const password = escapeLiteral(
    decodeURIComponent(new URL(cluster.urlOf('any', tester)).password),
  );
  await client.query('select pg_advisory_lock(1)');
  try {
    // Its secret has 256 bits, so few rounds suffice, and connections cost less.
    await client.query('set scram_iterations = 1');
    await client.query(
      `do $$ begin if not exists (select from pg_roles where rolname = '${tester}')
       then create role ${tester} login password ${password}; end if; end $$`,
    );
  } finally {
    await client.query('select pg_advisory_unlock(1)');
  }
}

let swept: Promise<void> | undefined;

/** Drops databases of processes that are gone, and templates nobody has remade for two days. */
function sweepOnce(client: Client): Promise<void> {
  swept ??= sweep(client);
  return swept;
}

async function sweep(client: Client): Promise<void> {
  const lock = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(2) as mine');
  if (!lock.rows[0]?.mine) return; // Another process sweeps.
  const { rows } = await client.query<{ name: string; made: string | null }>(
    `select datname as name, shobj_description(oid, 'pg_database') as made from pg_database
     where datname ~ '^(test|template)_' and not exists (select from pg_stat_activity a where a.datid = pg_database.oid)`,
  );
  // Where this fails, the lock ends with the connection.
  for (const { name, made } of rows) if (isLeftOver(name, made)) await dropDatabase(client, name);
  await client.query('select pg_advisory_unlock(2)');
}

function isLeftOver(name: string, made: string | null): boolean {
  const [kind, pid, birth] = name.split('_');
  if (kind === 'test') return birthOf(Number(pid))?.replaceAll(/\W/g, '') !== birth;
  return Date.now() - Date.parse(made ?? '') > 2 * 24 * 3600_000;
}
