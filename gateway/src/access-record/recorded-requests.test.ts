import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GatewayOptions } from '../gateway.js';
import type { Caller } from '../identity/caller.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { digestOf } from '../trusted/trusted-documents.js';
import { AccessRecord } from './access-record.js';
import { verifyAccessRecord } from './verify.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const analyst: Caller = {
  role: 'analyst',
  subject: 'u-7',
  client: 'desk',
  scopes: ['wages'],
  purpose: 'statistics-of-wages',
  basis: 'statistics',
};

let folder: string;
let now: Date;
let record: AccessRecord;
let market: OpenMarket;

async function open(options: Partial<GatewayOptions> = {}): Promise<void> {
  record = await AccessRecord.open({ folder, log: silence, now: () => now });
  market = await openMarket({ accessRecord: record, ...options });
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manabi-access-'));
  now = new Date('2026-11-23T10:00:00Z');
});
afterEach(async () => {
  await market.close();
  await record.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (query: string, caller?: Caller, variables: Record<string, unknown> = {}) =>
  market.gateway.execute({ query, variables }, caller ? { caller, requestId: 'r-1' } : {});

const lines = (): Record<string, unknown>[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('access-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a request for protected fields leaves one line that says who, what for, what and how it was decided', async () => {
  await open();
  const query = '{ secretMaker { name pin wage vault { gold } } }';

  const { data } = await ask(query, { ...analyst, scopes: [] });

  expect(data).toMatchObject({ secretMaker: { name: 'Aoki', pin: '1111', wage: null } });
  expect(lines()).toMatchObject([
    {
      kind: 'access',
      request: 'r-1',
      contract: 'full',
      role: 'analyst',
      subject: 'u-7',
      client: 'desk',
      purpose: 'statistics-of-wages',
      basis: 'statistics',
      document: digestOf(query),
      fields: {
        'Maker.pin': 'ALLOWED',
        'Maker.vault': 'ALLOWED',
        'Maker.wage': 'FORBIDDEN',
        'Query.secretMaker': 'ALLOWED',
        'Vault.gold': 'ALLOWED',
      },
    },
  ]);
  expect(JSON.stringify(lines())).not.toContain('1111');
});

test('a request that is denied everything is recorded, and one for public fields is not', async () => {
  await open();

  await ask('{ makers { pin } }');
  await ask('{ makers { name } }');

  expect(lines()).toMatchObject([
    { role: 'anonymous', fields: { 'Maker.pin': 'UNAUTHENTICATED' } },
  ]);
});

test('what is skipped is not recorded, and each request is, though its plan is known', async () => {
  await open();
  const query = 'query ($yes: Boolean!) { makers { name pin @include(if: $yes) } }';

  await ask(query, analyst, { yes: false });
  await ask(query, analyst, { yes: true });
  await ask(query, analyst, { yes: true });
  await market.close();
  await record.close();

  expect(lines()).toHaveLength(2);
  expect((await verifyAccessRecord(folder)).faults).toEqual([]);
  await open();
});

test('a mutation that is protected is recorded before it is done', async () => {
  await open();

  await ask('mutation { hide(id: "p1") }', analyst);

  expect(lines()).toMatchObject([{ fields: { 'Mutation.hide': 'ALLOWED' } }]);
});

test('a change of which nobody knows whether it was done is recorded as such', async () => {
  await open();
  await ask('mutation { hide(id: "p1") }', analyst);
  const catalog = market.subgraphs.get('catalog');
  if (catalog) catalog.fault = (response) => response.destroy();

  const { errors } = await ask('mutation { hide(id: "p1") }', analyst);

  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  expect(lines().map(({ kind }) => kind)).toEqual(['access', 'access', 'unknown-outcome']);
  expect(lines()[2]).toMatchObject({ request: 'r-1' });
});

test.runIf(process.platform === 'linux')(
  'while the disk is full the full graph answers nothing protected, and everything else',
  async () => {
    await open();
    symlinkSync('/dev/full', join(folder, 'access-2026-11-24.jsonl'));
    now = new Date('2026-11-24T10:00:00Z');

    const during = await ask('{ makers { name pin } }', analyst);
    const asked = market.subgraphs.get('people')?.received.join() ?? '';
    now = new Date('2026-11-25T10:00:00Z');
    const after = await ask('{ makers { name pin } }', analyst);

    expect(during.data).toEqual({
      makers: [
        { name: 'Aoki', pin: null },
        { name: 'Baba', pin: null },
      ],
    });
    expect(during.errors?.map(({ extensions }) => extensions.code)).toEqual([
      'UNAVAILABLE',
      'UNAVAILABLE',
    ]);
    expect(asked).not.toContain('pin');
    expect(after.data).toMatchObject({ makers: [{ pin: '1111' }, { pin: '2222' }] });
    rmSync(join(folder, 'access-2026-11-24.jsonl'));
    expect(lines()).toMatchObject([{ kind: 'gap', lost: 1 }, { kind: 'access' }]);
  },
);

test.runIf(process.platform === 'linux')(
  'while the disk is full a public graph goes on, with an alarm among the metrics',
  async () => {
    await open({ contract: 'public' });
    symlinkSync('/dev/full', join(folder, 'access-2026-11-24.jsonl'));
    now = new Date('2026-11-24T10:00:00Z');

    const during = await ask('{ makers { name pin } }', analyst);

    expect(during.errors).toBeUndefined();
    expect(record.metrics.map((metric) => metric.text()).join('')).toContain(
      'hub_access_record_writing 0',
    );
    rmSync(join(folder, 'access-2026-11-24.jsonl'));
    now = new Date('2026-11-25T10:00:00Z');
  },
);
