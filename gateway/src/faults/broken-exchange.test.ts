import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { killChild, startChild } from '../testing/child.js';
import type { ProxyMode } from '../testing/fault-proxy.js';
import { flap } from '../testing/flapping.js';
import { market, type TestSubgraph } from '../testing/market.js';
import {
  openMarketBehindProxies,
  type MarketBehindProxies,
} from '../testing/market-behind-proxies.js';
import { startSubgraph } from '../testing/subgraph-server.js';

// B1, B2, B3, B6 and B8 of the list of faults, and the ways of B4 in which a connection ends: real sockets,
// and real processes where one is killed.

const deadline = 4_000;
let opened: MarketBehindProxies;
beforeEach(async () => {
  opened = await openMarketBehindProxies({ deadline });
});
afterEach(async () => {
  await opened.close();
});

const question = '{ products { name stars } makers { name } }';
const names = ['Kettle', 'Ladle', 'Wok'];
const withoutStars = {
  products: names.map((name) => ({ name, stars: null })),
  makers: [{ name: 'Aoki' }, { name: 'Baba' }],
};

async function timed<Result>(work: Promise<Result>): Promise<[Result, number]> {
  const began = performance.now();
  return [await work, performance.now() - began];
}

describe('a subgraph', () => {
  test('whose process is killed in the middle of its answer costs its own fields only', async () => {
    const program = new URL('../testing/half-answer.ts', import.meta.url);
    const { child, first: port } = await startChild(program);
    opened.proxy('opinion').target = `http://127.0.0.1:${String(port)}`;
    child.once('message', () => child.kill('SIGKILL'));

    const answer = await opened.ask(question);
    await killChild(child);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toEqual([
      { name: 'opinion', reason: 'SUBGRAPH_UNREACHABLE', lastGoodAt: null },
    ]);
    expect(opened.silences).toMatchObject([{ service: 'opinion' }]);
  });

  test.each<ProxyMode>(['stall', 'drip'])(
    'that lets its answer %s ends at its share of the deadline, and its connections are freed',
    async (mode) => {
      const { proxy } = opened;
      await opened.ask('{ liked { stars } }');
      proxy('opinion').mode = mode;

      // What is asked gets half of the time that is left, so that what follows still has its time. A busy
      // machine is late with everything, so the answer is compared with a clock that started with it.
      const share = timed(after(deadline / 2));
      const [answer, elapsed] = await timed(opened.ask('{ liked { stars } }'));
      const [, expected] = await share;

      expect(answer.data).toEqual({ liked: null });
      expect(answer.errors?.[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
      expect(Math.abs(elapsed - expected)).toBeLessThan(100);
      await expect.poll(() => proxy('opinion').open).toBe(0);
      const silences = opened.silences.filter(({ service }) => service !== undefined);
      expect(silences).toMatchObject([{ service: 'opinion', fault: 'late' }]);
    },
  );

  test.each<ProxyMode>(['reset', 'reset-mid-body', 'truncate'])(
    'whose connections end by "%s" costs its own fields only, and is asked again a few times',
    async (mode) => {
      const { taken } = opened.proxy('opinion');
      opened.proxy('opinion').mode = mode;

      const answer = await opened.ask(question);

      expect(answer.data).toEqual(withoutStars);
      expect(answer.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNREACHABLE');
      expect(opened.proxy('opinion').taken - taken).toBe(3);
      opened.proxy('opinion').mode = 'pass';
      expect((await opened.ask(question)).errors).toBeUndefined();
    },
  );

  test('that breaks one connection is asked again, and nobody notices', async () => {
    const proxy = opened.proxy('opinion');
    proxy.next = 'reset-mid-body';

    expect((await opened.ask(question)).errors).toBeUndefined();
    expect(proxy.taken).toBe(2);
  });

  test('that goes up and down costs nobody anything but its own fields', async () => {
    const met = await flap(opened, { up: 300, down: 300, lasting: 3_500, pause: 10 });

    expect(met.healthy).toBe(met.asked);
    expect(met.spared).toBeGreaterThan(0);
    expect(met.whole).toBeGreaterThan(0);
  });
});

describe('a mutation', () => {
  const rename = 'mutation { rename(id: "p1", name: "Pot") { name stars } }';
  const mutations = (): number =>
    opened.subgraphs.get('catalog')?.received.filter((body) => body.includes('mutation')).length ??
    0;

  test.each<ProxyMode>(['reset-mid-body', 'truncate'])(
    'whose answer is lost by "%s" is never sent again, and nobody says that it failed',
    async (mode) => {
      opened.proxy('catalog').mode = mode;

      const answer = await opened.ask(rename);

      expect(answer.data).toEqual({ rename: null });
      expect(answer.errors).toEqual([
        {
          message: expect.stringContaining('is not known'),
          path: ['rename'],
          extensions: { code: 'OUTCOME_UNKNOWN' },
        },
      ]);
      expect(mutations()).toBe(1);
      expect(opened.silences).toMatchObject([
        { code: 'OUTCOME_UNKNOWN', reason: expect.stringContaining('unknown outcome') },
      ]);
    },
  );

  test('that is not answered in time has an outcome nobody knows', async () => {
    opened.proxy('catalog').mode = 'stall';

    const answer = await opened.ask(rename);

    expect(answer.errors?.[0]?.extensions.code).toBe('OUTCOME_UNKNOWN');
  });

  test('that could not be sent has failed, and may be sent again by who asked', async () => {
    await opened.proxy('catalog').refuse();

    const answer = await opened.ask(rename);

    expect(answer.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNREACHABLE');
    expect(mutations()).toBe(0);
  });

  test('is followed by queries, which are asked again as ever', async () => {
    opened.proxy('opinion').next = 'reset';

    expect(await opened.ask(rename)).toEqual({ data: { rename: { name: 'Pot', stars: 2 } } });
    expect(mutations()).toBe(1);
  });
});

test('a subgraph of an older schema than the supergraph is told as such, and the rest is answered', async () => {
  const newer = market.find(({ name }) => name === 'opinion');
  const older: TestSubgraph = {
    name: 'opinion',
    sdl: newer!.sdl.replace('stars: Int', 'points: Int'),
    resolvers: {},
  };
  const running = await startSubgraph(older);
  opened.proxy('opinion').target = running.url;

  const answer = await opened.ask(question);
  await running.close();

  expect(answer.data).toEqual(withoutStars);
  expect(answer.errors?.[0]?.extensions.code).toBe('SUBGRAPH_SCHEMA_DIFFERS');
  expect(JSON.stringify(answer)).not.toContain('points');
  expect(opened.silences).toMatchObject([
    { service: 'opinion', fault: 'other-schema', reason: expect.stringContaining('stars') },
  ]);
});
