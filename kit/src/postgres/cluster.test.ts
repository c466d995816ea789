import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareFolder } from './cluster-folder.js';
import { openCluster } from './cluster.js';
import type { Cluster, ClusterOptions } from './cluster.js';
import { postmasterPath, readPostmasterFile } from './postmaster-file.js';
import { isRunning, processes } from './process-table.js';
import { isGone } from './stop.js';

let parent: string;
let folder: string;
let opened: Cluster[];
let children: ChildProcess[];

beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'manabi-cluster-')));
  chmodSync(parent, 0o755);
  folder = join(parent, 'postgres');
  opened = [];
  children = [];
});

afterEach(async () => {
  for (const cluster of opened) await cluster.stop().catch(() => undefined);
  for (const child of children) child.kill('SIGKILL');
  const left = readPostmasterFile(join(folder, 'data'));
  if (left && isRunning(left.pid)) process.kill(left.pid, 'SIGQUIT');
  if (left) await isGone(left.pid, 10_000);
  rmSync(parent, { recursive: true, force: true });
});

async function open(options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await openCluster({ folder, ...options });
  opened.push(cluster);
  return cluster;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that opens the cluster of the folder and then waits to be killed. */
function launch(
  identity: { uid?: number; gid?: number } = {},
  path = process.env['PATH'],
): ChildProcess {
  const script = `import { openCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))};
    const cluster = await openCluster({ folder: ${JSON.stringify(folder)} });
    console.log(JSON.stringify({ port: cluster.port, pid: cluster.pid, adopted: cluster.adopted, url: cluster.superuserUrl }));
    process.stdin.on('end', () => cluster.stop()).resume();`;
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', script], {
    ...identity,
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, HOME: '/', NODE_OPTIONS: '' },
  });
  children.push(child);
  return child;
}

interface Launched {
  port: number;
  pid: number;
  adopted: boolean;
  url: string;
}

async function launched(child: ChildProcess): Promise<Launched> {
  const problem = text(child.stderr!);
  const line = once(child.stdout!, 'data').then(([chunk]) => String(chunk));
  const ended = once(child, 'exit').then(async () => Promise.reject(new Error(await problem)));
  return JSON.parse(await Promise.race([line, ended])) as Launched;
}

test('a database made in an empty folder keeps UTF-8, its own secret and its place on the loopback', async () => {
  const cluster = await open();

  const [row] = await ask(
    cluster.superuserUrl,
    `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
            current_setting('fsync') as fsync, current_setting('max_connections') as connections,
            (select datlocprovider::text || datlocale || datctype from pg_database where datname = 'postgres') as locale`,
  );

  expect(row).toEqual({
    encoding: 'UTF8',
    listens: '127.0.0.1',
    fsync: 'on',
    connections: '100',
    locale: 'bC.UTF-8C.UTF-8',
  });
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  const secret = readFileSync(join(folder, 'password'), 'utf8').trim();
  expect(secret).toHaveLength(43);
  expect(readFileSync(join(folder, 'server.log'), 'utf8')).not.toContain(secret);
  expect(processes().some(({ command }) => command.includes(secret))).toBe(false);
  await expect(ask(cluster.superuserUrl.replace(secret, 'wrong'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
});

test('each database belongs to a role of its own that may not enter another', async () => {
  const cluster = await open();
  const library = await cluster.ensureDatabase('library');
  await cluster.ensureDatabase('plan');

  await ask(library, 'create extension pg_trgm');
  await ask(library, 'create table title (name text)');

  expect(await cluster.ensureDatabase('library')).toBe(library);
  await expect(ask(cluster.urlOf('plan', 'library'), 'select 1')).rejects.toThrow(
    'permission denied',
  );
  const copy = await cluster.cloneDatabase('library', 'library_copy');
  expect(await ask(copy, 'select count(*)::int as titles from title')).toEqual([{ titles: 0 }]);
  await cluster.dropDatabase('library_copy');
  await expect(ask(copy, 'select 1')).rejects.toThrow('does not exist');
});

test('a stopped server is gone, and the next start finds what was written', async () => {
  const first = await open();
  const url = await first.ensureDatabase('plan');
  await ask(url, "create table measure as select 'ブックスタート' as name");
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);

  const began = performance.now();
  const second = await open();
  const took = performance.now() - began;

  expect(second.adopted).toBe(false);
  expect(took).toBeLessThan(5000);
  expect(await ask(second.urlOf('plan'), 'select name from measure')).toEqual([
    { name: 'ブックスタート' },
  ]);
});

test('a server whose launcher was killed is adopted by the next', async () => {
  const child = launch();
  const first = await launched(child);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const second = await open();

  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
  await second.stop();
  expect(isRunning(first.pid)).toBe(false);
});

test('two launchers that begin at once share one server, and the first to leave does not stop it', async () => {
  const child = launch();
  const [mine, other] = await Promise.all([open(), launched(child)]);
  expect(other.pid).toBe(mine.pid);
  expect([mine.adopted, other.adopted].filter(Boolean)).toEqual([true]);

  child.stdin!.end();
  await once(child, 'exit');

  expect(await ask(mine.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await mine.stop();
  expect(isRunning(mine.pid)).toBe(false);
});

test('a killed server leaves no child serving, and the next start has what was acknowledged', async () => {
  const first = await open();
  const url = await first.ensureDatabase('sports');
  await ask(url, 'create table class as select 1 as id');
  const busy = ask(url, 'select count(*) from generate_series(1, 100000000000)').catch(
    () => undefined,
  );
  await expect
    .poll(() =>
      ask(first.superuserUrl, "select from pg_stat_activity where query ~ '^select count'"),
    )
    .toHaveLength(1);
  process.kill(first.pid, 'SIGKILL');
  await isGone(first.pid, 5000);
  const { clusterName } = prepareFolder(folder);
  const serving = () => processes().filter(({ command }) => command.includes(clusterName));
  expect(serving()).not.toEqual([]);

  const second = await open();

  await busy;
  expect(serving().some(({ command }) => command.includes('SELECT'))).toBe(false);
  expect(second.pid).not.toBe(first.pid);
  expect(await ask(second.urlOf('sports'), 'select id from class')).toEqual([{ id: 1 }]);
});

test('a lock file that names another live process is seen through', async () => {
  const first = await open();
  const pidFile = readFileSync(postmasterPath(first.data), 'utf8');
  process.kill(first.pid, 'SIGKILL');
  await isGone(first.pid, 5000);
  const bystander = spawn('sleep', ['600']);
  children.push(bystander);
  writeFileSync(postmasterPath(first.data), pidFile.replace(/^\d+/, String(bystander.pid)));

  const second = await open();

  expect(second.adopted).toBe(false);
  expect(isRunning(bystander.pid!)).toBe(true);
});

test('a start that was killed while making the database is begun again, though what it began still writes', async () => {
  const partial = join(folder, 'data.partial.1');
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'PG_VERSION'), '18');
  writeFileSync(join(folder, 'lock'), '99999999 1 left-by-the-dead');
  const script = 'while :; do mkdir -p "${1#--pgdata=}"; date > "${1#--pgdata=}/$(date +%N)"; done';
  const orphan = spawn('sh', ['-c', script, 'initdb', `--pgdata=${partial}`]);
  children.push(orphan);

  const cluster = await open();

  expect(await ask(cluster.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(isRunning(orphan.pid!)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

test('a taken port is named together with the process that holds it', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const opening = open({ port });

  await expect(opening).rejects.toMatchObject({ name: 'DatabaseProblem', fault: 'PORT_TAKEN' });
  await expect(opening).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is already used by process ${process.pid}`,
  );
  squatter.close();
});

test('a folder that cannot be one is refused with a sentence', async () => {
  writeFileSync(folder, 'a file');

  await expect(open()).rejects.toMatchObject({ fault: 'FOLDER' });
  rmSync(folder);
});

test('data of another version, or without its secret, is left alone', async () => {
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '16\n');
  await expect(open()).rejects.toThrow('of PostgreSQL 16, not 18');

  writeFileSync(join(folder, 'data', 'PG_VERSION'), '18\n');
  await expect(open()).rejects.toThrow('password, made together with the data, is gone');
});

test('a secret that does not fit is refused without touching the server', async () => {
  const cluster = await open();
  writeFileSync(join(folder, 'password'), 'another\n');

  await expect(openCluster({ folder })).rejects.toMatchObject({ fault: 'PASSWORD' });

  expect(isRunning(cluster.pid)).toBe(true);
});

test.runIf(process.getuid?.() === 0)('an ordinary user opens a database of their own', async () => {
  mkdirSync(folder);
  chownSync(folder, 65_534, 65_534);

  const child = launch({ uid: 65_534, gid: 65_534 });
  const server = await launched(child);

  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(statSync(join(folder, 'data')).uid).toBe(65_534);
  child.stdin!.end();
  await once(child, 'exit');
  expect(isRunning(server.pid)).toBe(false);
});

test.runIf(process.getuid?.() === 0)(
  'root opens the folder of an ordinary user as that user',
  async () => {
    mkdirSync(folder);
    chownSync(folder, 65_534, 65_534);

    const cluster = await open();

    expect(statSync(`/proc/${cluster.pid}`).uid).toBe(65_534);
    expect(statSync(join(folder, 'data')).uid).toBe(65_534);
    expect(statSync(join(folder, 'password')).uid).toBe(65_534);
  },
);

test.runIf(process.getuid?.() === 0)(
  'root without user namespaces gives the folder to a user without rights',
  async () => {
    const child = launch({}, '/nonexistent');
    const server = await launched(child);

    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
    expect(statSync(join(folder, 'data')).uid).toBe(statSync(`/proc/${server.pid}`).uid);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    child.stdin!.end();
    await once(child, 'exit');
    expect(isRunning(server.pid)).toBe(false);
  },
);

test.runIf(process.getuid?.() === 0)(
  'root is told what to do where no other user may enter the folder',
  async () => {
    chmodSync(parent, 0o700);

    const opening = launched(launch({}, '/nonexistent'));

    await expect(opening).rejects.toThrow('PostgreSQL refuses to run as root');
    expect(statSync(folder).uid).toBe(0);
  },
);
