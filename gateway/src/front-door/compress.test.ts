import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { timedQuestion, type Timed } from '../testing/timed-ask.js';

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
