import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { SubgraphSilent } from '../../errors/gateway-error.js';
import { testKey } from '../../testing/subgraph-server.js';
import { Stop } from '../stop.js';
import { httpTransport } from '../http.js';
import { SubgraphOperation, SubgraphRequest, type Transport } from '../transport.js';

const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n';
const body = '\r\n{"data":{}}';

/** What a server does with the request that came on a socket, the so-manieth of this socket. */
type Serve = (socket: Socket, request: number) => void;

const usual: Serve = (socket) => void socket.write(answer + body);

let server: Server | undefined;
let way: Transport | undefined;
let taken: Socket[] = [];
afterEach(async () => {
  await way?.close?.();
  for (const socket of taken) socket.destroy();
  taken = [];
  server?.close();
});

async function open(serve: Serve, connections: number): Promise<void> {
  server = createServer((socket) => {
    taken.push(socket);
    let requests = 0;
    socket.on('error', () => undefined);
    // A request of this test comes in one piece.
    socket.on('data', () => serve(socket, ++requests));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  way = httpTransport({ url, signingKey: testKey, connections });
}

function ask(signal = new Stop(), requestId = 'one'): Promise<unknown> {
  const scope = { requestId, caller: { role: 'anonymous', scopes: [] }, signal } as const;
  const deadline = performance.now() + 10_000;
  const request = new SubgraphRequest(new SubgraphOperation('{ a }'), '{}', { ...scope, deadline });
  if (!way) throw new Error('Nobody opened a way.');
  return way.send(request).catch(({ fault }: SubgraphSilent) => fault);
}

const well = { data: {} };

test('a connection carries one request after another', async () => {
  await open(usual, 4);

  for (let times = 0; times < 5; times++) expect(await ask()).toEqual(well);

  expect(taken).toHaveLength(1);
});

test('there are no more connections than allowed, and who finds none is sent when it is its turn', async () => {
  await open(usual, 2);

  expect(await Promise.all(Array.from({ length: 9 }, () => ask()))).toEqual(
    Array.from({ length: 9 }, () => well),
  );

  expect(taken).toHaveLength(2);
});

test('who leaves before its turn is never sent, and who leaves after it frees its place', async () => {
  let sent = 0;
  await open(() => (sent += 1), 1);
  const stops = [new Stop(), new Stop()];
  const asked = stops.map((stop) => ask(stop));
  await expect.poll(() => sent).toBe(1);

  stops[1]?.abort('late');
  stops[0]?.abort('late');

  expect(await Promise.all(asked)).toEqual(['late', 'late-before-sending']);
  const next = new Stop();
  const last = ask(next);
  await expect.poll(() => sent).toBe(2);
  next.abort('gone');
  expect(await last).toBe('asker-gone');
});

test.each<[string, Serve]>([
  ['was ended by the other side', (socket) => void socket.end(answer + body)],
  [
    'the other side said it would end',
    (socket) => void socket.write(`${answer}connection: close\r\n${body}`),
  ],
  ['something came that nobody asked for', (socket) => void socket.write(`${answer}${body}more`)],
  [
    'has to be gone soon',
    (socket) => void socket.write(`${answer}keep-alive: timeout=2\r\n${body}`),
  ],
])('a connection that %s is not used again', async (_, serve) => {
  await open(serve, 4);

  expect(await ask()).toEqual(well);
  await after(20);
  expect(await ask()).toEqual(well);

  expect(taken).toHaveLength(2);
});

test('a reply that comes before its request is nobody’s', async () => {
  await open((socket) => void socket.write(answer + body), 4);
  expect(await ask()).toEqual(well);

  taken[0]?.write(answer + body.replace('{}', '[]'));

  await expect.poll(() => taken[0]?.destroyed).toBe(true);
  expect(await ask()).toEqual(well);
});

test('who waits when the way is closed is told so, and nobody is sent any more', async () => {
  let sent = 0;
  await open(() => (sent += 1), 1);
  const asked = [ask(), ask()];
  await expect.poll(() => sent).toBe(1);

  await way?.close?.();

  expect(await Promise.all(asked)).toEqual(['reset-after-sending', 'reset-before-sending']);
  expect(await ask()).toBe('reset-before-sending');
});

test('a name of a request that would end its line is not sent', async () => {
  await open(usual, 1);

  expect(await ask(new Stop(), 'a\r\nhub-signature: x')).toBe('exchange-failed');

  expect(taken).toHaveLength(0);
});
