import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { expect, onTestFinished, test } from 'vitest';

import { retryAfter } from './asked-again.js';
import { jsonDepth } from './json-depth.js';
import { JsonSource } from './json-source.js';
import { guardedLookup, unreachable } from './reachable-address.js';

const bounds = { bytes: 10_000, milliseconds: 20_000, depth: 10 };

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on TCP has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function asked(
  listener: RequestListener,
  { path = '/', milliseconds = bounds.milliseconds } = {},
): Promise<unknown> {
  const origin = await serving(listener);
  const source = new JsonSource(origin, {
    isInside: false,
    headers: {},
    bounds: { ...bounds, milliseconds },
  });
  onTestFinished(() => source.close());
  return source.ask({ url: new URL(path, origin) });
}

test('an answer is read as it is or packed, and a redirect within the place is followed', async () => {
  const answer = await asked((request, response) => {
    if (request.url === '/') return response.writeHead(302, { location: '/there' }).end();
    return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":[1]}'));
  });

  expect(answer).toEqual({ a: [1] });
});

test.each<[string, string, RequestListener]>([
  [
    'a redirect to another place',
    'REDIRECTED',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/x' }).end(),
  ],
  [
    'a ring of redirects',
    'REDIRECTED',
    (_, response) => response.writeHead(302, { location: '/' }).end(),
  ],
  [
    'an answer that is too large',
    'TOO_LARGE',
    (_, response) => response.end(JSON.stringify('x'.repeat(20_000))),
  ],
  [
    'a small answer that unpacks to a large one',
    'TOO_LARGE',
    (_, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(JSON.stringify('x'.repeat(5_000_000)))),
  ],
  [
    'an answer nested too deep',
    'TOO_LARGE',
    (_, response) => response.end(`${'['.repeat(2_000)}${']'.repeat(2_000)}`),
  ],
  ['a page for people', 'NOT_JSON', (_, response) => response.end('<html>')],
  [
    'letters of another charset than it says',
    'NOT_JSON',
    (_, response) => response.end(Buffer.from([0x22, 0x96, 0x7b, 0x22])),
  ],
  [
    'something that only says gzip',
    'NOT_JSON',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('[]'),
  ],
  [
    'a status that is none of success',
    'REFUSED',
    (_, response) => response.writeHead(503).end('[]'),
  ],
  ['silence', 'TOO_SLOW', () => {}],
  [
    'a drip of bytes',
    'TOO_SLOW',
    (_, response) => void setInterval(() => response.write(' '), 20).unref(),
  ],
  ['a connection that breaks', 'UNREACHABLE', (request) => request.socket.destroy()],
])('%s is refused as %s', async (_, code, listener) => {
  const milliseconds = code === 'TOO_SLOW' ? 300 : bounds.milliseconds;

  await expect(asked(listener, { milliseconds })).rejects.toMatchObject({ code });
});

test('an answer in a charset that its content type names is read in it', async () => {
  const answer = await asked((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json; charset=Shift_JIS' })
      .end(Buffer.from([0x22, 0x96, 0x7b, 0x22])),
  );

  expect(answer).toBe('本');
});

test('how long a source asks to be left alone is told, as seconds or as a moment', async () => {
  const failing = asked((_, response) => response.writeHead(429, { 'retry-after': '7' }).end());

  await expect(failing).rejects.toMatchObject({ answer: { status: 429, retryAfter: 7_000 } });
  const now = new Date('2026-11-24T00:00:00Z');
  expect(retryAfter('Tue, 24 Nov 2026 00:00:30 GMT', now)).toBe(30_000);
  expect(retryAfter('soon', now)).toBeUndefined();
});

test('what an address is asked with is never in what is told of its failure', async () => {
  const failing = asked((_, response) => response.writeHead(401).end(), {
    path: '/books?key=very-secret',
  });

  await expect(failing).rejects.toThrow('/books answered with status 401');
  await expect(failing).rejects.not.toThrow('very-secret');
});

test('another place than the declared one is not asked, whoever names it', async () => {
  const source = new JsonSource('https://example.org', { isInside: false, headers: {}, bounds });

  await expect(source.ask({ url: new URL('https://example.com/') })).rejects.toMatchObject({
    code: 'REDIRECTED',
  });
});

test.each([
  ['93.184.216.34', 'books.example', false, true],
  ['10.1.2.3', 'books.example', false, false],
  ['10.1.2.3', 'books.example', true, true],
  ['::ffff:192.168.0.9', 'books.example', false, false],
  ['fd00::1', 'books.example', false, false],
  ['127.0.0.1', 'books.example', true, false],
  ['127.0.0.1', 'localhost', false, true],
  ['169.254.169.254', 'books.example', true, false],
  ['::1', 'books.example', false, false],
])('the address %s of %s (inside: %s) may be asked: %s', (...[address, host, isInside, may]) => {
  expect(unreachable(address, host, { isInside }) === undefined).toBe(may);
});

test('a name that leads to this machine is refused when it is looked up', async () => {
  const error = await new Promise((resolve) =>
    guardedLookup({ isInside: false })('localhost.localdomain', { family: 4 }, resolve),
  );

  // Machines without that name answer that it is not known; either way it is not asked.
  expect(error).toBeInstanceOf(Error);
});

test('depth is counted outside texts only', () => {
  expect(jsonDepth('{"a":["[[[[\\"[["]}')).toBe(2);
});
