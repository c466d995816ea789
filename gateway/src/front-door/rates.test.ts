import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { proxiesUsual } from '../testing/usual-settings.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { timedQuestion } from '../testing/timed-ask.js';
import { Clients } from './client.js';
import { MemoryRates, type RateStore } from './rate-store.js';

const question = '{ makers { name } }';

describe('a client', () => {
  let market: OpenMarket;
  afterEach(() => market.close());
  const ask = (headers: Record<string, string> = {}, query = question) =>
    timedQuestion(market.url, query, { headers });

  test('that asks faster than it may is told the limit, the value and when to come back', async () => {
    market = await openMarket({ rates: { requestsPerSecond: 2, burst: 3 } });

    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await ask()).status);
    const refused = await ask();

    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(JSON.parse(refused.body.toString()).errors[0].extensions).toMatchObject({
      code: 'RATE_EXCEEDED',
      limit: 'requestsPerSecond',
      allowed: 2,
      value: expect.any(Number),
    });
  });

  test('whose operations cost more than they may is refused before anything is planned', async () => {
    market = await openMarket({ rates: { costPerMinute: 30 } });
    const people = market.subgraphs.get('people')!;

    const replies = [];
    for (let count = 0; count < 8; count++) {
      replies.push(await ask({}, `{ a${count}: makers { name } }`));
    }

    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(people.received).toHaveLength(8 - refused.length);
    expect(JSON.parse(refused[0]!.body.toString()).errors[0].extensions).toMatchObject({
      code: 'RATE_EXCEEDED',
      limit: 'costPerMinute',
      allowed: 30,
      value: expect.any(Number),
    });
  });

  test('is told apart from another behind the same proxy, and cannot make itself another', async () => {
    market = await openMarket({
      rates: { requestsPerSecond: 1, burst: 1 },
      proxies: { count: 1 },
    });
    const from = async (chain: string): Promise<number> =>
      (await ask({ 'x-forwarded-for': chain })).status;

    expect(await from('192.0.2.1')).toBe(200);
    expect(await from('192.0.2.2')).toBe(200);
    expect(await from('198.51.100.7, 192.0.2.1')).toBe(429);
  });

  test('is not believed about where it is when no proxy is known', async () => {
    market = await openMarket({ rates: { requestsPerSecond: 1, burst: 1 } });

    expect((await ask({ 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
    expect((await ask({ 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
  });

  test('in production is held to rates that nobody had to set', async () => {
    const buckets: object[] = [];
    const rateStore: RateStore = {
      take: (key, amount, bucket) => {
        buckets.push({ of: key.split(' ')[0], ...bucket });
        return { isGranted: true, used: amount, wait: 0 };
      },
    };
    const mode = 'production';
    market = await openMarket({
      mode,
      contract: 'public',
      trustedDocuments: [question],
      rateStore,
    });

    expect((await ask()).status).toBe(200);

    expect(buckets).toEqual([
      { of: 'request', capacity: 40, perSecond: 20 },
      { of: 'cost', capacity: 110_000, perSecond: 110_000 / 60 },
    ]);
  });
});

describe('where a client is', () => {
  const message = (remoteAddress: string, chain?: string): IncomingMessage =>
    // All that is looked at.
    ({
      socket: { remoteAddress },
      headers: chain === undefined ? {} : { 'x-forwarded-for': chain },
    }) as unknown as IncomingMessage;
  const nobody = { role: 'anonymous', scopes: [] } as const;

  test('is what the last known proxy saw', () => {
    const clients = new Clients({ ...proxiesUsual, count: 2 });

    expect(clients.addressOf(message('10.0.0.1', '203.0.113.9, 192.0.2.1, 10.0.0.2'))).toBe(
      '192.0.2.1',
    );
    expect(clients.addressOf(message('::ffff:10.0.0.1', '192.0.2.1, 10.0.0.2'))).toBe('192.0.2.1');
  });

  test.each([
    ['192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('is known also to a proxy that tells it as %s', (told, address) => {
    const clients = new Clients({ ...proxiesUsual, count: 1 });

    expect(clients.addressOf(message('10.0.0.1', told))).toBe(address);
  });

  test('is its own address when it comes from elsewhere or the proxies say nothing of use', () => {
    const clients = new Clients({ ...proxiesUsual, count: 2 });

    expect(clients.addressOf(message('203.0.113.5', '192.0.2.1, 10.0.0.2'))).toBe('203.0.113.5');
    expect(clients.addressOf(message('10.0.0.1', '192.0.2.1'))).toBe('10.0.0.1');
    expect(clients.addressOf(message('10.0.0.1', 'unknown, x'))).toBe('10.0.0.1');
    expect(clients.addressOf(message('10.0.0.1'))).toBe('10.0.0.1');
  });

  test('is one place for all addresses of one subscriber', () => {
    const clients = new Clients(proxiesUsual);
    const keys = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:2:3:4:5:6'].map(
      (address) => clients.keyOf(message(address), nobody),
    );

    expect(new Set(keys).size).toBe(1);
    expect(clients.keyOf(message('2001:db8:1:3::1'), nobody)).not.toBe(keys[0]);
  });

  test('does not matter once it has signed in', () => {
    const clients = new Clients(proxiesUsual);
    const known = { role: 'department', subject: 'library', scopes: [] } as const;

    expect(clients.keyOf(message('192.0.2.1'), known)).toBe(
      clients.keyOf(message('192.0.2.2'), known),
    );
  });
});

describe('a bucket of tokens', () => {
  const bucket = { capacity: 10, perSecond: 10 };

  test('gives what it holds, and again what has flowed in', async () => {
    const rates = new MemoryRates(100);

    expect(rates.take('a', 10, bucket).isGranted).toBe(true);
    expect(rates.take('a', 5, bucket)).toMatchObject({ isGranted: false });
    await new Promise((done) => setTimeout(done, 800));
    expect(rates.take('a', 5, bucket).isGranted).toBe(true);
  });

  test('gives more than it holds when it is full, and then nothing until that is paid', () => {
    const rates = new MemoryRates(100);

    expect(rates.take('a', 10_000, bucket).isGranted).toBe(true);
    const next = rates.take('a', 1, bucket);
    expect(next.isGranted).toBe(false);
    expect(next.wait).toBeGreaterThan(900);
  });

  test("is forgotten for the sake of others, and never another client's", () => {
    const rates = new MemoryRates(100);
    const empty = { capacity: 1, perSecond: 0.001 };
    for (let client = 0; client < 100_000; client++) rates.take(`${client}`, 1, empty);

    expect(rates.take('99999', 1, empty).isGranted).toBe(false);
    expect(rates.take('0', 1, empty).isGranted).toBe(true);
  });
});

test('gateways side by side allow their shares of what one would', async () => {
  const granted = async (gateways: number): Promise<Record<string, number>> => {
    const full: Record<string, number> = {};
    const rateStore: RateStore = {
      take: (key, amount, { capacity, perSecond }) => {
        full[key.split(' ')[0] ?? ''] = Math.round(perSecond * 60);
        return { isGranted: amount <= capacity, used: amount, wait: 1 };
      },
    };
    const rates = { requestsPerSecond: 40, burst: 8, costPerMinute: 6_000, gateways };
    const market = await openMarket({ rates, rateStore });
    await timedQuestion(market.url, question, {});
    await market.close();
    return full;
  };

  expect(await granted(1)).toEqual({ request: 2_400, cost: 6_000 });
  expect(await granted(4)).toEqual({ request: 600, cost: 1_500 });
});
