import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { readUsage } from '@manabi/gateway/usage/usage-file';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { checkText } from '../src/check/check-text.js';
import { type CheckedContract, checkContract } from '../src/check/contract-check.js';
import { knownOperations } from '../src/check/known-operations.js';
import { contractIn, proposedContract } from '../src/check/proposal.js';
import { usageFolder } from '../src/city/city-observation.js';
import { checkCommand } from '../src/command/check.js';
import { usageCommand } from '../src/command/usage.js';
import { schemaFolder } from '../src/graph/schema-folder.js';
import type { UsedField } from '../src/usage/board.js';
import { ask, question, whole } from './ask.js';
import { askAs, askFor } from './ask-as.js';
import { type TestCity, openTestCity } from './open-test-city.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const run = promisify(execFile);
const analyst = { role: 'analyst' } as const;
const adHoc = { query: '{ measures(first: 1) { edges { node { code title { ja } } } } }' };

let city: TestCity;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'manabi-contract-'));
  city = await openTestCity({ observation: { operatorPort: 0 } });
  whole(await ask(city, question('p10')));
  whole(await askFor(city, 'department/people-to-introduce'));
  whole(await askAs(city, analyst, adHoc));
  await vi.waitUntil(() => readUsage(usageFolder(city.home)).uses.length === 3, {
    timeout: 10_000,
  });
});

afterAll(async () => {
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function hub(...words: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, HUB_HOME: city.home.folder };
  return run(process.execPath, [main, ...words], { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout + error.stderr,
    }),
  );
}

/** What would come of a contract, with what this city has recorded. */
function check(against?: string): { text: string; checked: CheckedContract } {
  const operations = knownOperations([readUsage(usageFolder(city.home))], { since: '' });
  const before = contractIn(schemaFolder);
  const after = proposedContract(against, schemaFolder);
  const checked = checkContract({ before, after }, operations);
  return { checked, text: checkText(checked) };
}

/** The committed SDL of a service with one change, in a file named after it. */
function changed(service: string, from: RegExp, to: string): string {
  const sdl = readFileSync(join(schemaFolder, `${service}.graphql`), 'utf8');
  expect(sdl).toMatch(from);
  const file = join(folder, `${service}.graphql`);
  writeFileSync(file, sdl.replace(from, to));
  return file;
}

test('an owner sees which system uses which of its fields, what for, how often and how often in vain', async () => {
  const response = await fetch(`${city.operatorUrl}/usage.json`);
  // The board as the hub lays it out.
  const board = (await response.json()) as Record<string, UsedField[]>;
  const usersOf = (owner: string, coordinate: string) =>
    board[owner]?.find((field) => field.coordinate === coordinate)?.users;

  const answered = (await ask(city, question('p10'))).data.opportunities.edges;
  const courses = answered.filter(({ kind }: { kind: string }) => kind === 'COURSE');
  expect(usersOf('kominkan', 'Course.childcareOffered')).toMatchObject([
    { client: null, contract: 'public', operation: 'WithASmallChild', times: 1, nullShare: 0 },
  ]);
  expect(courses.length).toBeGreaterThan(0);
  expect(usersOf('center', 'Person.contact')).toMatchObject([
    { role: 'department', operation: 'PeopleToIntroduce', purpose: 'talent-introduction' },
  ]);
  expect(usersOf('center', 'Person.contact')?.[0]?.nullShare).toBeGreaterThan(0);
  expect(usersOf('plan', 'Measure.title')).toMatchObject([
    { role: 'analyst', contract: 'full', operation: null, times: 1, nullShare: 0 },
  ]);
});

test('a department reads the same on a page in Japanese, and at a terminal', async () => {
  const page = await (await fetch(`${city.operatorUrl}/usage`)).text();
  const { code, out } = await hub('usage', '--department', 'center', '--field', 'Person.contact');

  expect(page).toContain('<html lang="ja">');
  expect(page).toContain('PeopleToIntroduce');
  expect(page).toContain('talent-introduction');
  expect(page).toContain('だれでも（公開のグラフ）');
  expect(code).toBe(0);
  expect(out).toMatch(/^center\n {2}Person\.contact\n {4}test-system-1, PeopleToIntroduce/);
});

test('what the code prints breaks nobody', () => {
  expect(check().text).toBe('No known document would break.\n');
});

test('a change that would break a recorded operation is refused, and tells whom, where and since when', async () => {
  const file = changed('kominkan', / {2}childcareOffered: \w+.*\n/, '  mindsChildren: Boolean\n');

  const { code, out } = await hub('check', '--against', file);

  expect(code).toBe(1);
  expect(out).toContain('schema/document/p10.graphql, at the public graph');
  expect(out).toMatch(/asked \d+ times by anonymous callers of the public graph, since 20\d\d-/);
  expect(out).toContain('Course.childcareOffered (FIELD_REMOVED): it is gone');
});

test('a document that is trusted is held to as well, also where nobody has asked it yet', () => {
  const { text } = check(changed('center', / {2}sightings: Int .*\n/, '  seen: Int\n'));

  expect(text).toContain('schema/document/department/venue-questions.graphql, at the full graph');
  expect(text).toContain('trusted; nobody has asked it yet');
  expect(text).toContain('VenueMatch.sightings (FIELD_REMOVED)');
});

test('what an analyst made up is held to by its shape, also where it would only be protected', () => {
  const title = /(type Measure [^{]*\{[^}]*?\n {2}title: LocalText)/;
  const asked = '$1 @requiresScopes(scopes: [["plan.titles"]])';
  const { findings } = check(changed('plan', title, asked)).checked;

  const mine = findings.find(({ operation }) =>
    operation.askers.some(({ name }) => name === 'test-system-2'),
  );
  expect(mine?.operation.document).toMatch(/^ad hoc \(sha256:/);
  expect(mine?.broken).toMatchObject([
    { coordinate: 'Measure.title', kind: 'FIELD_MADE_PROTECTED' },
  ]);
});

test('what nobody uses may go, and is told', () => {
  const { checked, text } = check(
    changed('sports', / {2}"""[^"]*"""\n {2}aliases: \[String!\][^\n]*\n/, ''),
  );

  expect(checked.findings).toEqual([]);
  expect(text).toMatch(/not used by anybody known\n {4}- \w+\.aliases \(FIELD_REMOVED\)/);
});

test('what does not compose is refused with the reason', () => {
  const file = changed('plan', /type Measure /, 'type Measure @nothing ');

  expect(() => check(file)).toThrow('@nothing');
});

test.each([
  { command: usageCommand, words: ['--department', 'harbour'], said: 'is no department' },
  { command: usageCommand, words: ['--folder', schemaFolder], said: 'Nobody has asked' },
  { command: checkCommand, words: ['--within', 'soon'], said: 'is no number of days' },
])('$command.name $words is answered with $said', async ({ command, words, said }) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const told = await command.run(words).then(
    () => write.mock.calls.join(''),
    (error: unknown) => String(error),
  );
  write.mockRestore();

  expect(told).toContain(said);
});
