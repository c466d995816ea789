import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { timedQuestion } from '../testing/timed-ask.js';

const question = '{ makers { name } }';
const long = 'x'.repeat(8_000_000);

async function openWith(load: { takenWithin: number; slowestReader: number }): Promise<OpenMarket> {
  const market = await openMarket({ load: { delay: 60_000, ...load } });
  onTestFinished(() => market.close());
  market.subgraphs.get('people')!.fault = (response) => {
    const data = { makers: [{ name: long }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  };
  return market;
}

/** Reads a few bytes of an answer every few milliseconds; tells how many came until the connection broke, or the time was up. */
async function readSlowly(url: string, patience: number): Promise<{ isBroken: boolean }> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname });
  socket.on('error', () => undefined);
  const body = JSON.stringify({ query: question });
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await once(socket, 'readable');
  const end = performance.now() + patience;
  while (!socket.closed && performance.now() < end) {
    socket.read(1000);
    await pause(5);
  }
  // What was on its way is read to its end, and then there is no more.
  socket.resume();
  await Promise.race([once(socket, 'close'), pause(300)]);
  const { bytesRead } = socket;
  socket.destroy();
  return { isBroken: bytesRead < long.length };
}

test('who takes an answer in a little at a time is broken off, and who reads it is not', async () => {
  const market = await openWith({ takenWithin: 1500, slowestReader: 100_000_000 });

  const [slow, usual] = await Promise.all([
    readSlowly(market.url, 2000),
    timedQuestion(market.url, question),
  ]);

  expect(slow.isBroken).toBe(true);
  expect(usual.body.length).toBeGreaterThan(long.length);
});
