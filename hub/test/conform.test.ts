import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { feedKey, serviceKey } from '@manabi/kit/derived-key';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { conform } from '../src/conform/conform.js';
import { departments } from '../src/city/departments.js';
import { cityKey } from '../src/home/keys.js';
import { type TestCity, openTestCity } from './open-test-city.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const run = promisify(execFile);

let city: TestCity;

beforeAll(async () => {
  city = await openTestCity({ separate: true });
});

afterAll(async () => {
  await city.stop();
});

const addressOf = (name: string): string => {
  const found = city.services.processes.find((each) => each.name === name);
  if (!found) throw new Error(`The service "${name}" does not run.`);
  return `${found.url}/graphql`;
};

/** The key of a service as the command prints it. */
async function keyOf(name: string): Promise<string> {
  const env = { ...process.env, HUB_HOME: city.home.folder };
  const { stdout } = await run(process.execPath, [main, 'keys', 'service', name], { env });
  return stdout;
}

async function asked(name: string, ...words: string[]): Promise<{ code: number; out: string }> {
  const keyFile = join(city.home.folder, `${name}.key`);
  writeFileSync(keyFile, await keyOf(name));
  const said = ['conform', addressOf(name), '--key-file', keyFile, ...words];
  return run(process.execPath, [main, ...said]).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }),
  );
}

test.each(departments.map(({ name }) => name))(
  'the service %s, a process of its own, does everything that is asked of a subgraph',
  async (name) => {
    const looked = await conform({
      url: new URL(addressOf(name)),
      key: serviceKey(cityKey(city.home), name),
      keys: new Map(),
    });

    expect(looked.filter(({ outcome }) => outcome.state === 'broken')).toEqual([]);
  },
);

test('the command says so in plain words, and in JSON for a machine, and ends with 0', async () => {
  const told = await asked('library');
  const machine = await asked('library', '--json');

  expect(told.code).toBe(0);
  expect(told.out).toContain('ok       _entities answers each key, of each kind, at its own place');
  expect(told.out).toContain('ok       1,000 keys at once are answered within 10 seconds');
  expect(told.out).toContain('ok       The feed answers pages in order');
  expect(told.out).toMatch(/It conforms\. \d+ ok, 0 wrong, \d untried\.\n$/);
  expect(JSON.parse(machine.out)).toMatchObject({ conforms: true });
});

test('keys that nobody lists can be given, and one that is not there is found out', async () => {
  const [row] = await city.sql<{ code: string }>('center', 'select code from facility limit 1');
  const given = join(city.home.folder, 'given.json');
  writeFileSync(
    given,
    JSON.stringify({ Facility: [{ code: row?.code }, { code: 'no-such-place' }] }),
  );

  const { code, out } = await asked('center', '--keys', given);

  expect(code).toBe(1);
  expect(out).toMatch(/WRONG {4}_entities answers each key/);
  expect(out).toContain('no-such-place');
});

test.each([
  ['of another department', () => keyOf('library')],
  ['of the city itself', () => cityKey(city.home)],
  ['that opens its feed alone', () => feedKey(serviceKey(cityKey(city.home), 'sports'), 'sports')],
])('with the key %s every question is refused, and it says so', async (_, key) => {
  const other = join(city.home.folder, 'other.key');
  writeFileSync(other, await key());
  const said = ['conform', addressOf('sports'), '--key-file', other];

  const failed = await run(process.execPath, [main, ...said]).catch(
    (error: { code: number; stdout: string }) => error,
  );

  expect(failed).toMatchObject({ code: 1 });
  expect(failed.stdout).toContain('Check the key, the clock and what is signed');
});
