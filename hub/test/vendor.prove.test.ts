import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { record } from '@manabi/bench/record';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question, whole } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { type Vendor, startVendor } from './start-vendor.js';
import { VendorWays, askLive, askLiveNoMore } from './vendor-ways.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const p4 = question('p4');
const hangs = 30_000;

let vendor: Vendor;
const figures: Record<string, number> = {};

beforeAll(async () => {
  vendor = await startVendor();
});

afterAll(async () => {
  record('vendor', figures);
  await vendor.stop();
});

async function timed<Value>(task: () => Promise<Value>): Promise<[Value, number]> {
  const begun = Date.now();
  return [await task(), Date.now() - begun];
}

async function hangThrough(city: TestCity, name: string): Promise<Awaited<ReturnType<typeof ask>>> {
  await vendor.hang(hangs);
  const [answer, took] = await timed(() => ask(city, p4));
  figures[`${name}: ms until the answer while the vendor hangs for 30 s`] = took;
  const [, next] = await timed(() => ask(city, p4));
  figures[`${name}: ms of the next one`] = next;
  await vendor.hang(0);
  expect(took).toBeLessThan(hangs / 2);
  expect(answer.data.course.title).not.toBeNull();
  return answer;
}

test('a vendor that hangs for 30 seconds costs an answer by file its copies and a second or two', async () => {
  const city = await openTestCity();
  const ways = await VendorWays.open(city, vendor);
  try {
    await ways.empty();
    await ways.byFile();
    askLive(vendor, 800);
    const [, usual] = await timed(() => ask(city, p4));
    figures['by file and live: ms of an answer'] = usual;

    const { data } = await hangThrough(city, 'by file and live');

    for (const { availableThere } of data.course.readingList)
      expect(availableThere).toBe('UNKNOWN');
  } finally {
    askLiveNoMore();
    await ways.close();
    await city.stop();
  }
});

test('a subgraph that hangs for 30 seconds costs an answer its fields, within the usual deadline', async () => {
  const city = await openTestCity({ own: [await vendor.subgraph()] });
  try {
    const [before, usual] = await timed(() => ask(city, p4));
    figures['by its own subgraph: ms of an answer'] = usual;

    const during = await hangThrough(city, 'by its own subgraph');

    expect(during.data.course.venue).toEqual(whole(before).course.venue);
    expect(during.extensions?.departments).toMatchObject([{ name: 'library' }]);
  } finally {
    await city.stop();
  }
});

test('the sandbox checks a subgraph, surrounds it with a city, and leaves nothing behind', async () => {
  const { key } = await vendor.subgraph();
  const keyFile = join(vendor.folder, 'library.key');
  writeFileSync(keyFile, key);
  const begun = Date.now();
  const child = spawn(
    process.execPath,
    [main, 'sandbox', '--replace', `library=${vendor.url}`, '--key-file', keyFile, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TMPDIR: vendor.folder } },
  );
  let said = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Ctrl-C')) resolve();
    });
    child.once('exit', () => resolve());
  });
  figures['sandbox: ms until it answers'] = Date.now() - begun;
  const url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
  const { data } = await ask({ door: { url } }, { query: '{ libraryBranches { name { ja } } }' });

  child.kill('SIGINT');
  const [code] = await once(child, 'exit');

  expect(said).toContain('It conforms.');
  expect(data.libraryBranches).toContainEqual({ name: { ja: '中央図書館新町分室' } });
  expect(code).toBe(0);
  expect(readdirSync(vendor.folder).filter((name) => name.startsWith('manabi-'))).toEqual([]);
});
