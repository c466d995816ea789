import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { connected } from '../testing/raw-http.js';
import { closed, portOf } from '../testing/subgraph-server.js';

let market: OpenMarket;
let told: unknown[];
const tell = (...said: unknown[]): unknown => told.push(said);
beforeEach(async () => {
  told = [];
  market = await openMarket({ log: { info: tell, warn: tell, error: tell } });
});
afterEach(() => market.close());

test('a client that leaves in the middle of its request is no failure of the gateway', async () => {
  const socket = await connected(market.url);
  socket.write('POST /graphql HTTP/1.1\r\nHost: city\r\nContent-Type: application/json\r\n');
  socket.write('Content-Length: 100\r\n\r\n{"query":');
  await pause(200);
  socket.destroy();
  await pause(200);

  expect(told).toEqual([]);
});

test('a client that leaves while it is found out who asks is not waited for', async () => {
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const slow = await openMarket({
    rates: { requestsPerSecond: 1 },
    rateStore: { take: (_, used) => gate.then(() => ({ isGranted: true, used, wait: 0 })) },
  });
  const handled: Promise<void>[] = [];
  const server = createServer((message, response) => {
    handled.push(slow.gateway.handle(message, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = await connected(`http://127.0.0.1:${portOf(server)}`);
  socket.write('POST / HTTP/1.1\r\nHost: city\r\nContent-Type: application/json\r\n');
  socket.write('Content-Length: 100\r\n\r\n{"query":');
  await expect.poll(() => handled.length).toBe(1);
  socket.destroy();
  await pause(200);
  goOn();

  await expect(Promise.race([handled[0], pause(2_000, 'waits')])).resolves.toBeUndefined();
  await closed(server);
  await slow.close();
});

test('a client that leaves before its answer says nothing of the subgraph it waited for', async () => {
  const people = market.subgraphs.get('people')!;
  const asked = new Promise<void>((resolve) => (people.fault = () => resolve()));
  const headers = { 'content-type': 'application/json' };
  const asking = request(market.url, { method: 'POST', headers });
  asking.end(JSON.stringify({ query: '{ makers { name } }' }));
  await asked;
  // It hangs up on itself.
  asking.on('error', () => undefined);
  asking.destroy();
  await pause(200);

  expect(told).toEqual([]);
});
