import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ledgerEntries, ledgerGraph, ledgerState, type LedgerEntry } from '../testing/ledger.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket(
    { tables: { rows: 500, workbookRows: 50, slowAfter: 300, perClient: 1 } },
    ledgerGraph,
  );
});
afterAll(() => market.close());

const [sample] = ledgerEntries;
function manyEntries(count: number, title = 'Kettle'): LedgerEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...sample!,
    id: `e${index}`,
    title: `${title} ${index}`,
  }));
}

beforeEach(() => {
  ledgerState.entries = manyEntries(130);
  ledgerState.asked = 0;
  ledgerState.isStuck = false;
  for (const subgraph of market.subgraphs.values()) subgraph.fault = undefined;
});

const walk = `query Walk($after: String) {
  entries(first: 20, after: $after) {
    edges { node { id title cellar { shelf } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

function ask(parameters: string, query = walk, variables = {}): Promise<Response> {
  return fetch(`${market.url}?${parameters}`, {
    method: 'POST',
    // What is packed would fill no buffer: the texts are all alike.
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify({ query, variables }),
  });
}

describe('all pages', () => {
  test.each(['csv', 'ndjson'])('come one after another as %s', async (format) => {
    const response = await ask(`format=${format}&pages=all`);
    const lines = (await response.text()).trimEnd().split('\n');

    expect(lines).toHaveLength(format === 'csv' ? 131 : 130);
    expect(lines.at(-1)).toContain('e129');
    expect(ledgerState.asked).toBe(7);
  });

  test.each(['br', 'gzip', 'identity'])(
    'come packed as the client takes it: %s',
    async (encoding) => {
      const { headers, body, trailers } = await request(`${market.url}?format=csv&pages=all`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
        body: JSON.stringify({ query: walk }),
      });
      const bytes = Buffer.from(await body.arrayBuffer());
      const unpack = {
        br: brotliDecompressSync,
        gzip: gunzipSync,
        identity: (each: Buffer) => each,
      };

      expect(headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
      expect(headers['vary']).toContain('accept-encoding');
      // The names are those above.
      const text = unpack[encoding as keyof typeof unpack](bytes).toString('utf8');
      expect(parse(text, { bom: true })).toHaveLength(131);
      expect(trailers).toMatchObject({ 'x-table-rows': '130', 'x-graphql-errors': '0' });
    },
  );

  test('come from where the caller says', async () => {
    const response = await ask('format=csv&pages=all', walk, { after: '120' });

    expect(parse(await response.text(), { bom: true, from: 2 })).toHaveLength(10);
  });

  test('become one Parquet file', async () => {
    const response = await ask('format=parquet&pages=all');
    const file = await response.arrayBuffer();

    expect(parquetMetadata(file).num_rows).toBe(130n);
    expect((await parquetReadObjects({ file })).at(-1)).toMatchObject({
      id: 'e129',
      'cellar.shelf': 'shelf of e129',
    });
  });

  test('become one workbook, cut off where one may not be longer, which it says', async () => {
    const response = await ask('format=xlsx&pages=all');
    const [table, notes] = await readWorkbook(Buffer.from(await response.arrayBuffer()));

    expect(table?.data).toHaveLength(51);
    expect(response.headers.get('x-table-complete')).toBe('false');
    expect(JSON.stringify(notes?.data)).toContain('cut off');
  });

  test('of an empty list are its columns', async () => {
    ledgerState.entries = [];
    const response = await ask('format=csv&pages=all');

    expect(await response.text()).toBe('id,title,cellar.shelf\r\n');
    const lines = await ask('format=ndjson&pages=all');
    expect(lines.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    expect(await lines.text()).toBe('');
  });

  test('of what does not exist are its columns', async () => {
    const document = `query ($after: String) { book(id: "none") { entries(after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
    const response = await ask('format=csv&pages=all&list=book.entries', document);

    expect(await response.text()).toBe('id\r\n');
  });

  test('can only be had of an operation that can ask for them', async () => {
    const response = await ask('format=csv&pages=all', '{ entries { edges { node { id } } } }');
    const names = await ask('format=csv&pages=all', '{ names }');

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('pageInfo { hasNextPage endCursor }');
    expect(await names.text()).toContain('is no connection');
    expect(ledgerState.asked).toBe(0);
  });
});

describe('what goes wrong in the middle breaks the connection off', () => {
  test.each(['csv', 'parquet'])('more rows than a table may have: %s', async (format) => {
    ledgerState.entries = manyEntries(600);
    const failing = ask(`format=${format}&pages=all`).then((response) => response.arrayBuffer());

    await expect(failing).rejects.toThrow();
    expect(ledgerState.asked).toBeLessThanOrEqual(26);
  });
});

test('a client that does not read is not read for', async () => {
  ledgerState.entries = manyEntries(400, 'x'.repeat(60_000));
  const response = await ask('format=csv&pages=all');
  let asked: number;
  do {
    ({ asked } = ledgerState);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  } while (ledgerState.asked !== asked);

  await expect(response.text()).rejects.toThrow();
  expect(asked).toBeLessThan(20);
});

test('nothing more is asked for a client that has gone', async () => {
  ledgerState.entries = manyEntries(400, 'x'.repeat(60_000));
  const gone = new AbortController();
  const response = await fetch(`${market.url}?format=ndjson&pages=all`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify({ query: walk }),
    signal: gone.signal,
  });
  await response.body?.getReader().read();
  gone.abort();
  const { asked } = ledgerState;
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(ledgerState.asked).toBeLessThanOrEqual(asked + 1);
});

test('a client may have so many tables of all pages at once', async () => {
  ledgerState.entries = manyEntries(400, 'x'.repeat(60_000));
  const first = await ask('format=ndjson&pages=all');
  const second = await ask('format=ndjson&pages=all');

  expect(second.status).toBe(429);
  expect(second.headers.get('retry-after')).toBe('5');
  await first.body?.cancel();
  await vi.waitFor(async () => expect((await ask('format=ndjson&pages=all')).status).toBe(200));
});

test('a table waits for the rate of its client, page by page', async () => {
  const slow = await openMarket({ rates: { requestsPerSecond: 10, burst: 1 } }, ledgerGraph);
  try {
    ledgerState.entries = manyEntries(60);
    const began = performance.now();
    const response = await fetch(`${slow.url}?format=csv&pages=all`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: walk }),
    });

    expect(parse(await response.text(), { bom: true })).toHaveLength(61);
    expect(performance.now() - began).toBeGreaterThan(150);
  } finally {
    await slow.close();
  }
});

test('a department that gives the same place again and again is not followed', async () => {
  ledgerState.isStuck = true;
  const failing = ask('format=csv&pages=all').then((response) => response.text());

  await expect(failing).rejects.toThrow();
});

test('a department that falls silent in the middle breaks the connection off', async () => {
  const response = await ask('format=csv&pages=all');
  // Begun before; the rest of the pages is not asked yet, since nobody reads.
  ledgerState.entries = manyEntries(130);
  market.subgraphs.get('cellar')!.fault = (each) => each.destroy();

  await expect(response.text()).rejects.toThrow();
});
