import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { connected } from '../testing/raw-http.js';
import { timedAsk, timedQuestion } from '../testing/timed-ask.js';

let market: OpenMarket;
afterEach(() => market.close());

const question = '{ makers { name } }';
const readiness = async (): Promise<{ status: number; word: unknown }> => {
  const { status, body } = await timedAsk(`${new URL(market.url).origin}/ready`);
  return { status, word: JSON.parse(body.toString()).status };
};
const until = async (status: number, patience: number): Promise<number> => {
  const began = performance.now();
  while ((await readiness()).status !== status && performance.now() - began < patience) {
    await pause(10);
  }
  return performance.now() - began;
};
const slow =
  (milliseconds: number) =>
  (response: ServerResponse): void => {
    const answer = JSON.stringify({ data: { makers: [{ name: 'Aoki' }] } });
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    }, milliseconds);
  };
test('what is more than the gateway can do is refused, and what it took on is answered', async () => {
  market = await openMarket({ load: { inWork: 10, waiting: 20, patience: 50 } });
  await market.ask(question);
  market.subgraphs.get('people')!.fault = slow(800);
  // Each its own question, so that none is answered with another's.
  const asked = Array.from({ length: 100 }, (_, index) =>
    timedQuestion(market.url, `{ a${index}: makers { name } }`),
  );
  await pause(100);

  const unready = await readiness();
  const replies = await Promise.all(asked);
  const late = await timedQuestion(market.url, question);

  const shed = replies.filter(({ status }) => status === 503);
  // Ten are in work at once; on a busy machine some come only when those are done.
  expect(replies.filter(({ status }) => status === 200).length).toBe(100 - shed.length);
  expect(shed.length).toBeGreaterThan(50);
  expect(shed.length).toBeLessThanOrEqual(90);
  expect(shed.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  expect(JSON.parse(shed[0]!.body.toString()).errors[0].extensions.code).toBe('UNAVAILABLE');
  expect(unready).toEqual({ status: 503, word: 'overloaded' });
  expect(late.status).toBe(200);
  expect(await until(200, 3000)).toBeLessThan(2500);
});

test('a busy gateway refuses within 100 ms, before it has read what is sent', async () => {
  market = await openMarket({ load: { inWork: 1, waiting: 0 } });
  await market.ask(question);
  market.subgraphs.get('people')!.fault = slow(1500);
  const first = timedQuestion(market.url, question);
  await pause(50);

  const took: number[] = [];
  for (let count = 0; count < 20; count++) {
    const socket = await connected(market.url);
    const began = performance.now();
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n{',
    );
    const head = await new Promise<string>((read) =>
      socket.once('data', (chunk: Buffer) => read(chunk.toString())),
    );
    took.push(performance.now() - began);
    expect(head).toMatch(/^HTTP\/1\.1 503 /);
    socket.destroy();
  }

  took.sort((a, b) => a - b);
  expect(took[Math.floor(took.length * 0.9)]).toBeLessThan(100);
  expect((await first).status).toBe(200);
});

test("a client that sends its body slowly takes nobody's place", async () => {
  market = await openMarket({ load: { inWork: 2, waiting: 0 } });
  await market.ask(question);
  const slowly = await Promise.all(Array.from({ length: 20 }, () => connected(market.url)));
  for (const socket of slowly) {
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n{',
    );
  }
  await pause(50);

  expect((await timedQuestion(market.url, question)).status).toBe(200);
  for (const socket of slowly) socket.destroy();
});

test('a gateway that was held up for 200 ms says so, and is ready again soon', async () => {
  market = await openMarket({ load: { delay: 150 } });
  await market.ask(question);
  await until(200, 3000);

  const end = performance.now() + 200;
  while (performance.now() < end);
  const held = await readiness();
  const answered = await timedQuestion(market.url, question);
  const took = await until(200, 5000);

  expect(held).toEqual({ status: 503, word: 'overloaded' });
  // One pause is no reason to refuse anybody.
  expect(answered.status).toBe(200);
  expect(took).toBeLessThan(4000);
});

test('a gateway that is held up again and again sheds what comes, and takes on again what comes later', async () => {
  market = await openMarket({ load: { delay: 150 } });
  await market.ask(question);
  const holding = setInterval(() => {
    const end = performance.now() + 300;
    while (performance.now() < end);
  }, 1);
  await pause(4000);

  const shed = await timedQuestion(market.url, question);
  clearInterval(holding);
  await pause(1500);

  expect(shed.status).toBe(503);
  expect((await timedQuestion(market.url, question)).status).toBe(200);
});

test('a gateway of which one department is silent stays ready, and tells its operator which', async () => {
  market = await openMarket();
  await market.subgraphs.get('opinion')!.close();
  for (let count = 0; count < 8; count++)
    await market.ask(`{ a${count}: product(id: "p1") { stars } }`);

  const origin = new URL(market.url).origin;
  const told = await timedAsk(`${origin}/ready`);
  const proxied = await timedAsk(`${origin}/ready`, {
    headers: { 'x-forwarded-for': '192.0.2.1' },
  });

  expect(told.status).toBe(200);
  expect(JSON.parse(told.body.toString()).departments).toMatchObject({
    opinion: { breaker: expect.stringMatching(/open/) },
    people: { breaker: 'closed' },
  });
  expect(JSON.parse(proxied.body.toString())).toEqual({ status: 'ready' });
});
