import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { openCluster } from '@manabi/kit/postgres/cluster';
import type { Cluster } from '@manabi/kit/postgres/cluster';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHome } from '../home/home.js';
import type { Home } from '../home/home.js';
import { backup } from './backup.js';
import { restore } from './restore.js';
import { afterRestore, readRestored } from './restored.js';

const accounts = 100;
let parent: string;
let home: Home;
let cluster: Cluster;
let file: string;

const homeAt = (name: string): Home => openHome({ HUB_HOME: join(parent, name) });

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Moves seats from one class to another until told to stop: their sum never changes. */
function moveSeats(url: string): () => Promise<number> {
  const wanted = new AbortController();
  const done = (async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    let moves = 0;
    for (; !wanted.signal.aborted; moves += 1) {
      const [from, to] = [moves % accounts, (moves * 7 + 1) % accounts];
      await client.query('begin');
      // In one order, else two movers could wait for each other.
      await client.query('select from class where id in ($1, $2) order by id for update', [
        from,
        to,
      ]);
      await client.query('update class set seats = seats - 1 where id = $1', [from]);
      await client.query('update class set seats = seats + 1 where id = $1', [to]);
      await client.query('insert into move (note) values (repeat(md5(random()::text), 200))');
      await client.query('commit');
    }
    await client.end();
    return moves;
  })();
  return () => {
    wanted.abort();
    return done;
  };
}

/** Runs a script in a process of its own, which can be killed. */
function run(script: string): ChildProcess {
  const options = ['--conditions=source', '--import', import.meta.resolve('tsx')];
  return spawn(process.execPath, [...options, '--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'inherit',
  });
}

beforeAll(async () => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'manabi-backup-')));
  home = homeAt('city');
  file = join(parent, 'city.backup');
  writeFileSync(join(home.keys, 'gateway.key'), 'a key\n', { mode: 0o600 });
  writeFileSync(join(home.folder, 'city.json'), '{"name":"西東京市"}');
  writeFileSync(join(home.folder, 'hub.log'), 'yesterday');
  cluster = await openCluster({ folder: home.postgres });
  for (const service of ['sports', 'library']) {
    const url = await cluster.ensureDatabase(service);
    await ask(url, 'create table class (id int primary key, seats int not null)');
    await ask(url, `insert into class select n, 50 from generate_series(0, ${accounts - 1}) n`);
    await ask(url, 'create table move (id serial primary key, note text)');
  }
});

afterAll(async () => {
  await cluster.stop();
  rmSync(parent, { recursive: true, force: true });
});

test('a backup taken while departments write comes back whole, with keys and configuration', async () => {
  const movers = ['sports', 'sports', 'library'].map((service) =>
    moveSeats(cluster.urlOf(service)),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [{ moved: before } = {}] = await ask(
    cluster.urlOf('library'),
    'select count(*)::int as moved from move',
  );

  const summary = await backup(home, file);
  await Promise.all(movers.map((stop) => stop()));

  expect(summary).toMatchObject({ file, databases: ['library', 'sports'] });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const other = homeAt('other');
  const manifest = await restore(other, file);
  expect(manifest.databases).toEqual(['library', 'sports']);
  expect(readFileSync(join(other.keys, 'gateway.key'), 'utf8')).toBe('a key\n');
  expect(readFileSync(join(other.folder, 'city.json'), 'utf8')).toContain('西東京市');
  expect(existsSync(join(other.folder, 'hub.log'))).toBe(false);
  const restored = await openCluster({ folder: other.postgres });
  for (const service of ['sports', 'library']) {
    const [row] = await ask(restored.urlOf(service), 'select sum(seats)::int as seats from class');
    expect(row).toEqual({ seats: accounts * 50 });
  }
  const [after] = await ask(restored.urlOf('library'), 'select count(*)::int as moved from move');
  expect(after!['moved']).toBeGreaterThanOrEqual(Number(before));
  // Reads every row and every index: a torn page would fail its checksum here.
  await ask(restored.urlOf('sports'), 'reindex table move');
  await restored.stop();
});

test('every database takes note of a restore once, and again when the first time was cut short', async () => {
  const other = homeAt('other');
  const restored = await openCluster({ folder: other.postgres });
  const seen: string[] = [];
  expect((await readRestored(other.folder))?.made).toMatch(/^20/);

  await expect(
    afterRestore(other.folder, restored, async (client, database) => {
      await client.query('create table note (text text)');
      if (database === 'sports') throw new Error('cut short');
    }),
  ).rejects.toThrow('cut short');
  const count = await afterRestore(other.folder, restored, async (client, database) => {
    await client.query('create table if not exists note (text text)');
    seen.push(database);
  });
  const again = await afterRestore(other.folder, restored, () =>
    Promise.reject(new Error('again')),
  );

  expect([count, again]).toEqual([2, 0]);
  expect(seen).toEqual(['library', 'sports']);
  await restored.stop();
});

test('a restore never touches a home that holds anything', async () => {
  const other = homeAt('kept');
  writeFileSync(join(other.keys, 'gateway.key'), 'mine');

  await expect(restore(other, file)).rejects.toThrow('is not empty (it holds keys/gateway.key)');

  expect(readFileSync(join(other.keys, 'gateway.key'), 'utf8')).toBe('mine');
});

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2), 'is damaged'],
  ['short of its list', (bytes) => bytes.subarray(0, -1000), 'is damaged'],
  ['empty', () => Buffer.alloc(0), 'is damaged'],
  ['no backup at all', () => Buffer.from('小学校の時間割'), 'is damaged'],
  ['altered in one bit', (bytes) => flip(bytes, Math.floor(bytes.length / 3)), 'is damaged'],
  ['altered before it was compressed', (bytes) => altered(bytes), 'is not what was backed up'],
])('a backup that is %s is refused, and nothing is touched', async (_, spoil, message) => {
  const bad = join(parent, 'bad.backup');
  writeFileSync(bad, spoil(readFileSync(file)));
  const other = homeAt('untouched');

  const problem: unknown = await restore(other, bad).catch((error: unknown) => error);

  expect(String(problem)).toContain(message);
  expect(readdirSync(other.folder)).toEqual(['keys']);
  expect(readdirSync(parent).filter((name) => name.includes('restoring'))).toEqual([]);
});

function flip(bytes: Buffer, position: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[position] = copy[position]! ^ 1;
  return copy;
}

function altered(bytes: Buffer): Buffer {
  const tar = zstdDecompressSync(bytes);
  return zstdCompressSync(flip(tar, tar.indexOf('a key\n')));
}

test('a restore that was killed leaves nothing half, and the next one succeeds', async () => {
  const other = homeAt('killed');
  const script = `import { openHome } from ${JSON.stringify(join(import.meta.dirname, '../home/home.ts'))};
    import { restore } from ${JSON.stringify(join(import.meta.dirname, 'restore.ts'))};
    await restore(openHome({ HUB_HOME: ${JSON.stringify(other.folder)} }), ${JSON.stringify(file)});`;
  const child = run(script);
  const unpacking = () => readdirSync(parent).some((name) => name.startsWith('killed.restoring'));
  await expect.poll(unpacking, { interval: 5, timeout: 10_000 }).toBe(true);

  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(readdirSync(other.folder)).toEqual(['keys']);
  await restore(other, file);
  expect(existsSync(join(other.postgres, 'data', 'PG_VERSION'))).toBe(true);
  expect(unpacking()).toBe(false);
});

test('a backup that was killed leaves a server that serves and no file of its name', async () => {
  const target = join(parent, 'second.backup');
  const script = `import { openHome } from ${JSON.stringify(join(import.meta.dirname, '../home/home.ts'))};
    import { backup } from ${JSON.stringify(join(import.meta.dirname, 'backup.ts'))};
    await backup(openHome({ HUB_HOME: ${JSON.stringify(home.folder)} }), ${JSON.stringify(target)});`;
  const child = run(script);
  const writing = () =>
    readdirSync(parent).some((name) => name.startsWith('second.backup.partial'));
  await expect.poll(writing, { interval: 5, timeout: 10_000 }).toBe(true);

  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(existsSync(target)).toBe(false);
  await backup(home, target);
  expect(writing()).toBe(false);
  expect(await ask(cluster.superuserUrl, 'select slot_name from pg_replication_slots')).toEqual([]);
});

test('a backup is refused where it would overwrite, copy itself or copy nothing', async () => {
  await expect(backup(home, file)).rejects.toThrow('exists already');
  await expect(backup(home, join(home.folder, 'inside.backup'))).rejects.toThrow('lies inside');
  await expect(backup(homeAt('nothing'), join(parent, 'new'))).rejects.toThrow(
    'nothing to back up',
  );
  await expect(backup(home, join(parent, 'no', 'such', 'folder'))).rejects.toThrow(
    'there is no such file or folder',
  );
  expect(readdirSync(parent).filter((name) => name.includes('partial'))).toEqual([]);
});

test('a missing backup is said to be missing', async () => {
  await expect(restore(homeAt('fresh'), join(parent, 'nowhere'))).rejects.toThrow(
    'could not be read (there is no such file or folder)',
  );
});
