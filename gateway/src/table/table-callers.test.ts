import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AccessRecord } from '../access-record/access-record.js';
import { composeSupergraph } from '../composition/compose.js';
import { LocalKeys } from '../identity/keys.js';
import { startKeyProvider, type KeyProvider } from '../testing/key-provider.js';
import { ledgerEntries, ledgerGraph, ledgerState } from '../testing/ledger.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const revoked = new Set<string>();
let provider: KeyProvider;
let record: AccessRecord;
let folder: string;
let market: OpenMarket;

beforeAll(async () => {
  provider = await startKeyProvider();
  folder = mkdtempSync(join(tmpdir(), 'manabi-tables-'));
  record = await AccessRecord.open({ folder, log: silence });
  const published = { keys: provider.published };
  const keys = new LocalKeys(() => published);
  market = await openMarket(
    {
      accessRecord: record,
      identity: {
        issuers: [{ issuer: provider.issuer, audience: 'hub', keys }],
        isRevoked: ({ id }) => id !== undefined && revoked.has(id),
      },
    },
    ledgerGraph,
  );
});
afterAll(async () => {
  await market.close();
  await record.close();
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  ledgerState.entries = Array.from({ length: 90 }, (_, index) => ({
    ...ledgerEntries[0]!,
    id: `e${index}`,
  }));
  ledgerState.asked = 0;
  ledgerState.beforePage = () => undefined;
});

const secrets = `query Secrets($after: String) {
  entries(first: 10, after: $after) {
    edges { node { id seats ... on Sale { secret } } } pageInfo { hasNextPage endCursor } } }`;

async function ask(parameters: string, id: string, scope = 'secrets'): Promise<Response> {
  const token = await provider.token({ claims: { jti: id, scope } });
  return fetch(`${market.url}?${parameters}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: secrets }),
  });
}

const accesses = (): number =>
  readdirSync(folder)
    .filter((name) => name.startsWith('access-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.includes('"kind":"access"')).length;

describe('who asks is looked at on every page', () => {
  test('what they may see stands in the table, and each page is in the record of accesses', async () => {
    const before = accesses();
    const response = await ask('format=csv&pages=all', 'good');
    const rows = parse(await response.text(), { bom: true });

    expect(rows).toHaveLength(91);
    expect(rows.at(-1)).toEqual(['e89', '3', 'hidden']);
    expect(accesses() - before).toBe(9);
  });

  test('what they may not see is an empty column', async () => {
    const response = await ask('format=csv&pages=all', 'without', 'other');

    expect(response.headers.get('x-table-withheld')).toBe('secret');
    expect(await response.text()).not.toContain('hidden');
  });

  test('a token that is revoked in the middle ends the table there', async () => {
    ledgerState.beforePage = () => {
      if (ledgerState.asked === 3) revoked.add('leaving');
    };
    const failing = ask('format=csv&pages=all', 'leaving').then((response) => response.text());

    await expect(failing).rejects.toThrow();
    expect(ledgerState.asked).toBe(3);
  });

  test('a workbook of which the token is revoked in the middle is refused', async () => {
    ledgerState.beforePage = () => {
      if (ledgerState.asked === 3) revoked.add('leaving too');
    };
    const response = await ask('format=xlsx&pages=all', 'leaving too');

    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toMatch(/json/);
  });
});

test('a graph that changes in the middle ends a table whose columns change', async () => {
  const subgraphs = [...market.subgraphs.values()];
  const changed = composeSupergraph(
    subgraphs.map(({ name, url, sdl }) => ({
      name,
      url,
      sdl: sdl.replaceAll('seats: Int', 'seats: Float'),
    })),
  );
  ledgerState.beforePage = async () => {
    if (ledgerState.asked === 3) await market.gateway.reload(changed);
  };
  const failing = ask('format=csv&pages=all', 'reader').then((response) => response.text());

  await expect(failing).rejects.toThrow();
  expect(ledgerState.asked).toBe(4);
});

test('a public table may be kept by who asks whether it still holds, as JSON may', async () => {
  const [ledger] = ledgerGraph;
  const sdl = ledger!.sdl.replace('names: [String!]', 'names: [String!] @tag(name: "public")');
  const open = await openMarket({}, [{ ...ledger!, sdl }]);
  try {
    const address = `${open.url}?format=csv&query=${encodeURIComponent('{ names }')}`;
    const headers = { 'graphql-require-preflight': 'yes' };
    const first = await fetch(address, { headers });
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { ...headers, 'if-none-match': etag } });
    const other = await fetch(address.replace('csv', 'ndjson'), {
      headers: { ...headers, 'if-none-match': etag },
    });

    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toContain('accept');
    expect([again.status, other.status]).toEqual([304, 200]);
  } finally {
    await open.close();
  }
});

test('a workbook of all pages is kept by nobody, for its first page may be public and a later one not', async () => {
  const [ledger] = ledgerGraph;
  const seen = '@tag(name: "public")';
  const sdl = ledger!.sdl
    .replace('after: String): EntryConnection', `$& ${seen}`)
    .replace(
      'edges: [EntryEdge] pageInfo: PageInfo',
      `edges: [EntryEdge] ${seen} pageInfo: PageInfo ${seen}`,
    )
    .replace('node: Entry', `$& ${seen}`)
    .replace(
      'hasNextPage: Boolean endCursor: String',
      `hasNextPage: Boolean ${seen} endCursor: String ${seen}`,
    )
    .replaceAll('id: ID! title', `id: ID! ${seen} title`);
  const open = await openMarket({}, [{ ...ledger!, sdl }]);
  try {
    const walk = `query ($after: String) { entries(first: 50, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const keeping = async (pages: string): Promise<string | null> => {
      const address = `${open.url}?format=xlsx&pages=${pages}&query=${encodeURIComponent(walk)}`;
      const response = await fetch(address, { headers: { 'graphql-require-preflight': 'yes' } });
      return response.headers.get('cache-control');
    };

    expect(await keeping('one')).toBe('public, max-age=0, must-revalidate');
    expect(await keeping('all')).toBe('private, no-store');
  } finally {
    await open.close();
  }
});
