import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { gatewayKey } from '../src/home/keys.js';
import { type TestCity, openTestCity } from './open-test-city.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const run = promisify(execFile);

let city: TestCity;
let keyFile: string;

beforeAll(async () => {
  city = await openTestCity({ separate: true });
  gatewayKey(city.home);
  keyFile = join(city.home.keys, 'gateway.key');
});

afterAll(async () => {
  await city.stop();
});

interface Report {
  conforms: boolean;
  checks: { name: string; state: string; why?: string; faults?: unknown[] }[];
}

const addressOf = (name: string): string => {
  const found = city.services.processes.find((each) => each.name === name);
  if (!found) throw new Error(`The service "${name}" does not run.`);
  return `${found.url}/graphql`;
};

async function conform(url: string, ...words: string[]): Promise<{ code: number; out: string }> {
  const asked = ['conform', url, '--key-file', keyFile, ...words];
  return run(process.execPath, [main, ...asked]).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }),
  );
}

test.each(departments.map(({ name }) => name))(
  'the service %s, a process of its own, does everything that is asked of a subgraph',
  async (name) => {
    const { code, out } = await conform(addressOf(name), '--json');

    const { checks, conforms } = JSON.parse(out) as Report;
    expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(conforms).toBe(true);
    expect(code).toBe(0);
  },
);

test('what the library owns is asked for by its keys, and its feed is read', async () => {
  const { out } = await conform(addressOf('library'));

  expect(out).toContain('ok       _entities answers each key, of each kind, at its own place');
  expect(out).toContain('ok       1,000 keys at once are answered within 10 seconds');
  expect(out).toContain('ok       The feed answers pages in order');
  expect(out).toMatch(/It conforms\. \d+ ok, 0 wrong, \d untried\.\n$/);
});

test('keys that nobody lists can be given, and one that is not there is found out', async () => {
  const [row] = await city.sql<{ code: string }>('center', 'select code from facility limit 1');
  const given = join(city.home.folder, 'given.json');
  writeFileSync(
    given,
    JSON.stringify({ Facility: [{ code: row?.code }, { code: 'no-such-place' }] }),
  );

  const { code, out } = await conform(addressOf('center'), '--keys', given);

  expect(code).toBe(1);
  expect(out).toMatch(/WRONG {4}_entities answers each key/);
  expect(out).toContain('no-such-place');
});

test('with the wrong key every question is refused, and it says so', async () => {
  const other = join(city.home.folder, 'other.key');
  writeFileSync(other, 'another key than that of the city');
  const asked = ['conform', addressOf('sports'), '--key-file', other];

  const failed = await run(process.execPath, [main, ...asked]).catch(
    (error: { code: number; stdout: string }) => error,
  );

  expect(failed).toMatchObject({ code: 1 });
  expect(failed.stdout).toContain('Check the key, the clock and what is signed');
});
