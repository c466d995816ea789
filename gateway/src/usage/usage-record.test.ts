import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GatewayOptions } from '../gateway.js';
import type { Caller } from '../identity/caller.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { readUsage, usageFile, type OperationUse, type Usage } from './usage-file.js';
import { UsageRecord, type UsageRecordOptions } from './usage-record.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const desk: Caller = {
  role: 'department',
  subject: 'u-7',
  client: 'desk',
  scopes: [],
  purpose: 'stock-taking',
};

let folder: string;
let now: number;
let record: UsageRecord;
let market: OpenMarket;

const begin = (options: Partial<UsageRecordOptions> = {}): UsageRecord =>
  UsageRecord.open({ folder, log: silence, now: () => now, ...options });
const open = async (options: Partial<GatewayOptions> = {}): Promise<void> => {
  market = await openMarket({ usageRecord: record, ...options });
};
const ask = (query: string, caller?: Caller, variables: Record<string, unknown> = {}) =>
  market.gateway.execute({ query, variables }, caller ? { caller } : {});
const theUse = ({ uses: [use] }: Usage = record.usage()): OperationUse => use!;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manabi-usage-'));
  now = Date.parse('2026-11-23T10:00:00Z');
  record = begin();
});
afterEach(async () => {
  await market.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it is known which system asks which fields, what for, how often, how often in vain and since when', async () => {
  await open();
  const query =
    'query Tanaka { tanaka: products { name weight ...Made } } fragment Made on Product { maker { name } }';

  await ask(query, desk);
  now += 60_000;
  await ask(query, desk);

  const { fields, ...use } = theUse();
  expect(use).toMatchObject({
    contract: 'full',
    role: 'department',
    client: 'desk',
    purpose: 'stock-taking',
    since: '2026-11-23T10:00:00.000Z',
    last: '2026-11-23T10:01:00.000Z',
    times: 2,
    partly: 0,
  });
  const lastValue = '2026-11-23T10:01:00.000Z';
  expect(fields).toEqual({
    'Query.products': { looked: 2, nulls: 0, failed: 0, lastValue },
    'Product.name': { looked: 6, nulls: 0, failed: 0, lastValue },
    'Product.weight': { looked: 6, nulls: 2, failed: 0, lastValue },
    'Product.maker': { looked: 6, nulls: 2, failed: 0, lastValue },
    'Maker.name': { looked: 4, nulls: 0, failed: 0, lastValue },
  });
});

test('nothing of persons, arguments, values or made-up names is written down', async () => {
  await open();

  await ask('query Tanaka($tanaka: ID!) { tanaka: product(id: $tanaka) { name } }', desk, {
    tanaka: 'p1',
  });
  await ask('{ product(id: "tanaka") { name } }', { ...desk, subject: 'tanaka' });
  await record.write();

  const text = readFileSync(usageFile(folder), 'utf8');
  expect(text).not.toMatch(/tanaka|u-7|Kettle|"p1"/i);
  expect(readUsage(folder)).toEqual(record.usage());
});

test('a field of an interface counts for each type that it may be of, and values for the type they are of', async () => {
  await open();

  await ask('{ items { name ... on Product { weight } } }');

  const { fields } = theUse();
  expect(fields['Product.name']).toMatchObject({ looked: 3 });
  expect(fields['Bundle.name']).toMatchObject({ looked: 1 });
  expect(fields['Product.weight']).toMatchObject({ looked: 3, nulls: 1 });
  expect(Object.keys(fields)).not.toContain('Bundle.weight');
});

test('a field that fails is counted so, at its own name', async () => {
  await open();

  await ask('{ broken makers { name wage } }', desk);

  const { fields, partly } = theUse();
  expect(partly).toBe(1);
  expect(fields['Query.broken']).toMatchObject({ nulls: 1, failed: 1, lastValue: null });
  expect(fields['Maker.wage']).toMatchObject({ nulls: 2, failed: 1 });
  expect(fields['Maker.name']).toMatchObject({ nulls: 0, failed: 0 });
});

test('answers are looked into once in a second, and every request is counted', async () => {
  await open();
  for (let each = 0; each < 20; each++) await ask('{ makers { name } }');

  const { times, fields } = theUse();
  expect(times).toBe(20);
  expect(fields['Maker.name']).toMatchObject({ looked: 2 });
});

test('what was counted is still known after a restart, and goes on', async () => {
  await open();
  await ask('{ makers { name } }', desk);
  await record.write();
  await market.close();
  record = begin();
  await open();

  await ask('{ makers { name } }', desk);

  expect(record.usage().uses).toHaveLength(1);
  expect(theUse().times).toBe(2);
});

test('it is written by itself, a moment after something was asked', async () => {
  record = begin({ writeAfter: 10 });
  await open();
  await ask('{ makers { name } }');

  await expect.poll(() => theUse(readUsage(folder))?.times).toBe(1);
});

test('it stays within its bound: first goes what is not trusted, then what was not asked for longest', async () => {
  record = begin({ fieldsAtMost: 20 });
  const trusted = '{ makers { name } }';
  await open({ trustedDocuments: [trusted] });
  await ask(trusted);
  for (let each = 0; each < 30; each++) {
    now += 1000;
    await ask(`query Q${each} { makers { id } }`);
  }

  const { uses, documents } = record.usage();
  expect(uses.length).toBeLessThanOrEqual(10);
  expect(Object.values(documents).filter(({ isTrusted }) => isTrusted)).toHaveLength(1);
  expect(Object.keys(documents)).toHaveLength(uses.length);
  expect(Object.values(documents).length).toBeGreaterThan(5);
});

test('what nobody asked for thirteen months is forgotten', async () => {
  await open();
  await ask('{ makers { name } }');
  now += 401 * 24 * 60 * 60 * 1000;

  expect(record.usage()).toEqual({ version: 1, documents: {}, uses: [] });
});

test('a file that is no record of use is not written over', async () => {
  await open();
  writeFileSync(usageFile(folder), '{"version":7}');

  expect(() => begin()).toThrow(/put it aside/);
});
