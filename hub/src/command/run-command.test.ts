import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pino } from 'pino';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { openCity } from '../city/city.js';
import { databaseVariable } from '../city/databases.js';
import { departments } from '../city/departments.js';
import { openFrontDoor, provePort } from '../city/front-door.js';
import { claimHome } from '../home/claim-home.js';
import { openHome } from '../home/home.js';
import { cityKey } from '../home/keys.js';
import { makeFile } from '../home/new-file.js';
import { diskRefusal } from './disk-refusal.js';
import { runCommand } from './run-command.js';
import { stopSignal } from './stop-signal.js';

let said: string;

beforeEach(() => {
  said = '';
  const hear = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  onTestFinished(() => void vi.restoreAllMocks());
});

test('every command says how it is called when it is asked for help, and does nothing', async () => {
  for (const word of ['start', 'import', 'undo', 'backup', 'restore', 'deliveries']) {
    expect(await runCommand([word, '--help'])).toBe(0);
    expect(said).toContain(`npm run hub -- ${word}`);
  }
  expect(said).not.toContain('Unknown option');
});

test('a word that is no command is named beside the commands that there are', async () => {
  expect(await runCommand(['inport', 'events.csv'])).toBe(2);
  expect(said).toContain('"inport" is none of the commands');
  expect(said).toContain('import FILE');
});

test('a word too many, an unknown option and an option without its value are answered with the usage, no stack', async () => {
  for (const words of [
    ['start', 'now'],
    ['start', '--port', '-1'],
    ['import', '--fulll', 'events.csv'],
  ]) {
    said = '';
    expect(await runCommand(words)).toBe(2);
    expect(said).toContain(`Usage: npm run hub -- ${words[0]}`);
    expect(said).not.toMatch(/\n {4}at /);
  }
});

test('a taken port is refused with a sentence that says what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  onTestFinished(() => void taken.close());
  // A server that listens on TCP has an address with a port.
  const { port } = taken.address() as AddressInfo;
  // The door is refused before anybody behind it is asked.
  const nobody = undefined as never;

  await expect(
    openFrontDoor({
      port,
      publicGateway: nobody,
      departmentGateway: nobody,
      issuer: nobody,
      deliveries: nobody,
    }),
  ).rejects.toMatchObject({ name: 'Problem', message: expect.stringContaining('--port') });
  await expect(provePort(port)).rejects.toThrow(`is taken by process ${process.pid}`);
});

test('a city that runs is not started a second time, and nothing of the second start stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv('HUB_HOME', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const release = claimHome(openHome(process.env));

  expect(await runCommand(['start', '--port', '0'])).toBe(1);

  expect(said).toContain(`runs already: process ${process.pid}`);
  expect(said).not.toMatch(/\n {4}at /);
  expect(readdirSync(folder).toSorted()).toEqual(['city.lock', 'keys']);
  release();
  expect(readdirSync(folder)).toEqual(['keys']);
});

test('a city that is told to stop while it opens opens nothing more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const stopped = new Error('told to stop');
  for (const { name } of departments) vi.stubEnv(databaseVariable(name), 'postgresql://nobody');
  onTestFinished(() => void vi.unstubAllEnvs());

  const opening = openCity({
    home: openHome({ HUB_HOME: folder }),
    port: 0,
    separate: false,
    empty: false,
    log: pino({ level: 'silent' }),
    progress() {},
    signal: AbortSignal.abort(stopped),
  });

  await expect(opening).rejects.toBe(stopped);
});

test('a home that cannot be made is refused with a sentence that says what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // A file stands where the folder should be: what holds for every user, also for one who may do everything.
  writeFileSync(join(folder, 'home'), '');

  expect(() => openHome({ HUB_HOME: join(folder, 'home') })).toThrow('HUB_HOME');
});

test('the keys of a service, of its feed and for nudges are printed alone, and stay the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv('HUB_HOME', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const printed: string[] = [];

  for (const words of ['service library', 'feed library', 'nudge library', 'nudge gateway']) {
    said = '';
    expect(await runCommand(['keys', ...words.split(' ')])).toBe(0);
    expect(said).toMatch(/^[0-9a-f]{64}\n$/);
    printed.push(said);
  }
  said = '';
  await runCommand(['keys', 'service', 'library']);

  expect(new Set(printed).size).toBe(4);
  expect(said).toBe(printed[0]);
});

test('Ctrl-C that comes twice, from the terminal and through npm, stops a city once and lets it end', () => {
  // What ends the process must not end the test.
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const before = new Set(process.listeners('SIGINT'));
  const stopped: string[] = [];

  const { signal } = stopSignal(() => stopped.push('stopped'));
  const heard = process.listeners('SIGINT').filter((listener) => !before.has(listener));
  onTestFinished(() => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(name);
  });
  for (const listener of [...heard, ...heard]) listener('SIGINT');

  expect(stopped).toEqual(['stopped']);
  expect(signal.aborted).toBe(true);
  expect(exit).not.toHaveBeenCalled();
});

test.each(['', 'half a key'])(
  'a key that is no whole one (%j) is refused, and stays for its owner to look at',
  (kept) => {
    const home = openHome({ HUB_HOME: mkdtempSync(join(tmpdir(), 'manabi-keys-')) });
    onTestFinished(() => rmSync(home.folder, { recursive: true }));
    const file = join(home.keys, 'gateway.key');
    writeFileSync(file, kept);

    expect(() => cityKey(home)).toThrow(`${file} holds no key`);
    expect(readFileSync(file, 'utf8')).toBe(kept);
  },
);

test('a disk that refuses a file is told by its file, with the reason and what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  const below = join(folder, 'file', 'below');
  // As Node tells it of a file that is open.
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });

  expect(diskRefusal(full)).toContain(
    'A file of this city could not be read or written: the disk is full.',
  );
  expect(diskRefusal(new Error('of another kind'))).toBeUndefined();
  expect.assertions(3);
  try {
    readFileSync(below);
  } catch (error) {
    expect(diskRefusal(error)).toBe(
      `${below} could not be read or written: a file stands where a folder was expected. Move it away, then try again. What was acknowledged is kept.`,
    );
  }
});

test('a file is made whole or not at all, and never over another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'kept');

  expect([makeFile(file, 'first'), makeFile(file, 'second')]).toEqual([true, false]);

  expect(readFileSync(file, 'utf8')).toBe('first');
  expect(readdirSync(folder)).toEqual(['kept']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('of a service without a name, of the gateways and of two at once no key is printed', async () => {
  for (const words of [['service'], ['feed', 'gateway'], ['service', 'a', 'b'], ['other', 'a']])
    expect(await runCommand(['keys', ...words])).toBe(2);
  expect(said).not.toMatch(/[0-9a-f]{64}/);
});
