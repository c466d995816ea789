import { generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LocalKeys } from '../identity/keys.js';
import { startKeyProvider, type KeyProvider } from '../testing/key-provider.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { timedQuestion } from '../testing/timed-ask.js';

let provider: KeyProvider;
let market: OpenMarket;
let looked = 0;
beforeAll(async () => {
  provider = await startKeyProvider();
});
afterAll(() => provider.close());
afterEach(() => market.close());

/** A gateway that counts how often the keys are taken to look at a token. */
async function openWith(rates: { newTokensPerSecond: number }): Promise<void> {
  const set = { keys: provider.published };
  const keys = new LocalKeys(() => set);
  const find: LocalKeys['find'] = (...given) => {
    looked++;
    return keys.find(...given);
  };
  const issuer = { issuer: provider.issuer, audience: 'hub' };
  const counted = { find, version: () => keys.version() };
  looked = 0;
  market = await openMarket({
    rates,
    proxies: { count: 1 },
    identity: { issuers: [{ ...issuer, keys: counted }] },
  });
}

async function statusOf(token: string, from = '192.0.2.1'): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': from };
  return (await timedQuestion(market.url, '{ makers { name } }', { headers })).status;
}

test('forged tokens from one place are soon not even looked at, and hold up nobody else', async () => {
  await openWith({ newTokensPerSecond: 2 });
  const { privateKey } = await generateKeyPair('ES256');
  const [good, other] = [await provider.token(), await provider.token()];
  expect(await statusOf(good)).toBe(200);

  const refused: number[] = [];
  for (let count = 0; count < 20; count++) {
    refused.push(await statusOf(await provider.token({ key: privateKey })));
  }

  expect(new Set(refused)).toEqual(new Set([401, 429]));
  expect(refused.filter((status) => status === 429).length).toBeGreaterThan(10);
  expect(looked).toBeLessThan(10);
  expect(await statusOf(good)).toBe(200);
  expect(await statusOf(other, '192.0.2.2')).toBe(200);
});

test('a new token is looked at once, however many requests come with it at once', async () => {
  await openWith({ newTokensPerSecond: 1 });
  const token = await provider.token();

  const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf(token)));

  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(looked).toBe(1);
});
