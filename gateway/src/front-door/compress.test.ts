import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { timedAsk, timedQuestion, type Timed } from '../testing/timed-ask.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

const large = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: makers { name }`).join(' ')} }`;
const ask = (query: string, encodings?: string): Promise<Timed> =>
  timedQuestion(
    market.url,
    query,
    encodings === undefined ? {} : { headers: { 'accept-encoding': encodings } },
  );

test('an answer is packed as its client takes it, and says so to whoever keeps it', async () => {
  const plain = await ask(large);
  const brotli = await ask(large, 'gzip, deflate, br, zstd');
  const gzip = await ask(large, 'gzip');

  expect(plain.headers['content-encoding']).toBeUndefined();
  expect([brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip']);
  for (const { headers } of [plain, brotli, gzip]) expect(headers.vary).toMatch(/accept-encoding/i);
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  expect(brotli.body.length).toBeLessThan(plain.body.length / 2);
});

test('a small answer, and one whose client does not want it, is not packed', async () => {
  expect(
    (await ask('{ makers { name } }', 'br, gzip')).headers['content-encoding'],
  ).toBeUndefined();
  for (const encodings of ['br;q=0, gzip;q=0.0', 'identity', 'zstd', '']) {
    expect((await ask(large, encodings)).headers['content-encoding']).toBeUndefined();
  }
});

test('what a client of packed answers has already is told by its own tag, and in no bytes', async () => {
  const small = await openMarket({ compressAbove: 0 });
  const address = `${small.url}?query=%7B__typename%7D`;
  const headers = { 'graphql-require-preflight': '1', 'accept-encoding': 'br' };
  const first = await timedAsk(address, { headers });
  const { etag = '', vary } = first.headers;
  const again = await timedAsk(address, { headers: { ...headers, 'if-none-match': etag } });
  await small.close();

  expect(first.headers['content-encoding']).toBe('br');
  expect(again.status).toBe(304);
  expect(again.headers['content-encoding']).toBeUndefined();
  expect(again.headers).toMatchObject({ etag, vary });
});
