import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { openProcessMarket, startGateway, type ProcessMarket } from '../testing/gateway-process.js';
import { connected } from '../testing/raw-http.js';
import { timedAsk, timedQuestion } from '../testing/timed-ask.js';

let market: ProcessMarket;
afterEach(() => market.close());

const question = '{ makers { name } products { stars } }';
const readiness = async (): Promise<number> =>
  (await timedAsk(`${new URL(market.url).origin}/ready`)).status;
const told = async (
  message: string,
  patience = 5000,
): Promise<Record<string, unknown> | undefined> => {
  const find = () => market.log.find(({ msg }) => String(msg).includes(message));
  for (let waited = 0; !find() && waited < patience; waited += 50) await pause(50);
  return find();
};

describe('a gateway that is told to end', () => {
  test('under load fails nothing of a client that stops when it is told, and ends with 0', async () => {
    market = await openProcessMarket({ shutdown: { notice: 700, grace: 5000 } });
    const { url, child, ended } = market;
    for (let count = 0; count < 3; count++) await timedQuestion(url, question);
    const retired = new AbortController();
    const agent = new Agent({ keepAlive: true });
    const statuses: number[] = [];
    const closing: boolean[] = [];
    const asking = Array.from({ length: 8 }, async () => {
      while (!retired.signal.aborted) {
        const { status, headers } = await timedQuestion(url, question, { agent });
        statuses.push(status);
        closing.push(headers.connection === 'close');
      }
    });
    await pause(500);

    child.kill('SIGTERM');
    const began = performance.now();
    let isServing = true;
    while (isServing) {
      isServing = (await readiness()) === 200;
      if (isServing) await pause(20);
    }
    const flipped = performance.now() - began;
    await pause(150);
    retired.abort();
    await Promise.all(asking);
    const code = await ended;

    expect(statuses.length).toBeGreaterThan(50);
    expect(statuses.every((status) => status === 200)).toBe(true);
    expect(flipped).toBeLessThan(500);
    expect(closing.some(Boolean)).toBe(true);
    expect(code).toBe(0);
  }, 60_000);

  test('answers first what it is working on', async () => {
    market = await openProcessMarket({ shutdown: { notice: 0, grace: 5000 } });
    await timedQuestion(market.url, question);
    market.subgraphs.get('people')!.fault = (response) => {
      const body = JSON.stringify({ data: { makers: [{ name: 'Aoki' }] } });
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      }, 1500);
    };
    const answer = timedQuestion(market.url, '{ makers { name } }');
    await pause(200);

    market.child.kill('SIGTERM');
    await pause(300);
    const late = await timedQuestion(market.url, question).catch((error: unknown) => error);

    expect(late).toMatchObject({ code: 'ECONNREFUSED' });
    expect((await answer).status).toBe(200);
    expect((await answer).body.toString()).toContain('Aoki');
    expect(await market.ended).toBe(0);
  }, 60_000);
});

describe('a gateway and its files', () => {
  test('serves what is written into its supergraph, and what it is told to read again', async () => {
    market = await openProcessMarket();
    const more = market.supergraph((sdl, name) =>
      name === 'people' ? sdl.replace('type Query {', 'type Query { newcomer: Int ') : sdl,
    );
    expect((await timedQuestion(market.url, '{ newcomer }')).body.toString()).toContain(
      'VALIDATION_FAILED',
    );

    writeFileSync(market.supergraphFile, 'type Query {');
    expect(await told('is not served')).toBeDefined();
    expect((await timedQuestion(market.url, question)).body.toString()).not.toContain('errors');
    writeFileSync(market.supergraphFile, more);
    expect(await told('A new supergraph is served')).toBeDefined();

    expect((await timedQuestion(market.url, '{ newcomer }')).body.toString()).not.toContain(
      'VALIDATION_FAILED',
    );
    expect(readFileSync(market.lastGoodFile, 'utf8')).toContain('newcomer');
    // The subgraph does not know it; its failure is written after the answer was sent.
    expect(await told('gave no usable answer')).toBeDefined();
    const before = market.log.length;
    market.child.kill('SIGHUP');
    await pause(700);
    expect(market.log.slice(before)).toEqual([]);
    expect(await readiness()).toBe(200);
  }, 60_000);

  test('starts with the last good supergraph when its own is broken, and says so', async () => {
    market = await openProcessMarket();
    await timedQuestion(market.url, question);
    while (!existsSync(market.lastGoodFile)) await pause(20);
    market.child.kill('SIGKILL');
    await market.ended;
    writeFileSync(market.supergraphFile, '{ broken');

    const again = await startGateway(
      JSON.parse(readFileSync(join(market.folder, 'gateway.json'), 'utf8')),
      market.folder,
    );
    const reply = await timedQuestion(again.url, question);
    again.child.kill('SIGTERM');

    expect(reply.body.toString()).toContain('Aoki');
    expect(again.log.some(({ msg }) => String(msg).includes('last good one is served'))).toBe(true);
    expect(await again.ended).toBe(0);
  }, 60_000);
});

describe('clients that hold on to their connections', () => {
  const settings = {
    connections: {
      headersTimeout: 1500,
      requestTimeout: 2500,
      keepAlive: 1000,
      idle: 4000,
      limit: 600,
    },
  };

  test('are let go of when their time is up, and others hardly notice', async () => {
    market = await openProcessMarket(settings);
    const { url } = market;
    const agent = new Agent({ keepAlive: true });
    const p95 = async (): Promise<number> => {
      const took: number[] = [];
      for (let count = 0; count < 60; count++) {
        const reply = await timedQuestion(url, question, { agent });
        expect(reply.status).toBe(200);
        took.push(reply.took);
      }
      return took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
    };
    await p95();
    const baseline = await p95();

    const closed = { silent: 0, headers: 0, body: 0, kept: 0 };
    const hold = async (kind: keyof typeof closed, sent: string): Promise<() => void> => {
      const socket = await connected(url);
      socket.resume();
      socket.once('close', () => closed[kind]++);
      socket.write(sent);
      const drip = setInterval(
        () => kind !== 'silent' && kind !== 'kept' && socket.write('x'),
        300,
      );
      return () => {
        clearInterval(drip);
        socket.destroy();
      };
    };
    const body =
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{';
    const holding: (() => void)[] = [];
    for (let count = 0; count < 100; count++) {
      holding.push(await hold('silent', ''));
      holding.push(await hold('headers', 'POST /graphql HTTP/1.1\r\nHost: a\r\nX-Slow: '));
      holding.push(await hold('body', body));
      holding.push(await hold('kept', 'GET /health HTTP/1.1\r\nHost: a\r\n\r\n'));
    }
    const during = await p95();
    await pause(6000);
    const left = { ...closed };
    for (const release of holding) release();

    expect(left).toEqual({ silent: 100, headers: 100, body: 100, kept: 100 });
    expect(during).toBeLessThan(Math.max(2 * baseline, baseline + 50));
    expect(await readiness()).toBe(200);
  }, 60_000);

  test('are too many once there are as many as may be', async () => {
    market = await openProcessMarket(settings);
    const sockets = await Promise.all(Array.from({ length: 700 }, () => connected(market.url)));
    for (const socket of sockets) socket.resume();
    await pause(800);
    const refused = sockets.filter(({ closed }) => closed).length;

    expect(refused).toBeGreaterThanOrEqual(100);
    expect(refused).toBeLessThan(700);
    for (const socket of sockets) socket.destroy();
    await pause(200);
    expect(await readiness()).toBe(200);
  }, 60_000);
});

test('a gateway whose configuration is wrong says what is, and does not start', async () => {
  market = await openProcessMarket();

  await expect(
    startGateway({ supergraph: { file: 'x' }, colour: 'red' }, market.folder),
  ).rejects.toThrow('ended with 2');
});
