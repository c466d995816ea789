import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { killChild, startChild } from '../testing/child.js';
import type { Measured } from '../testing/measured-fetch.js';

// B5 of the list of faults: answers that would fill the memory, from one real process to another.

let server: ChildProcess;
let address: string;
beforeAll(async () => {
  const program = new URL('../testing/large-answers.ts', import.meta.url);
  const { child, first: port } = await startChild(program);
  server = child;
  address = `http://127.0.0.1:${String(port)}`;
});
afterAll(() => killChild(server));

const cap = 16 * 1024 * 1024;
const measured = async (path: string): Promise<Measured> => {
  const program = new URL('../testing/measured-fetch.ts', import.meta.url);
  const { child, first } = await startChild(program, [address, path, String(cap)]);
  await killChild(child);
  // The program says nothing else.
  return first as Measured;
};

test.each([
  ['of 200 MB', 'endless'],
  ['that says it will be 200 MB', 'declared'],
  ['of 10 MB that unpacks to 10 GB (gzip)', 'gzip'],
  ['that unpacks to ten times the limit or more (br)', 'br'],
  ['that unpacks to ten times the limit or more (zstd)', 'zstd'],
])('an answer %s is cut while it comes, and takes less than twice the limit', async (_, path) => {
  const { fault, rise, milliseconds } = await measured(path);

  expect(fault).toBe('too-large');
  expect(rise).toBeLessThan(2 * cap);
  expect(milliseconds).toBeLessThan(5_000);
});
