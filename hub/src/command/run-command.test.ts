import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { openFrontDoor } from '../city/front-door.js';
import { openHome } from '../home/home.js';
import { runCommand } from './run-command.js';

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

test('of a service without a name, of the gateways and of two at once no key is printed', async () => {
  for (const words of [['service'], ['feed', 'gateway'], ['service', 'a', 'b'], ['other', 'a']])
    expect(await runCommand(['keys', ...words])).toBe(2);
  expect(said).not.toMatch(/[0-9a-f]{64}/);
});
