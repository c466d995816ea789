import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { connected } from '../testing/raw-http.js';

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
