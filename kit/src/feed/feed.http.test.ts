import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { httpFeed, httpHead } from './feed.http.js';

/** The address of a service that answers everything in one way. */
async function answering(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on TCP has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a head that has no end is given up after a few bytes', async () => {
  let sent = 0;
  const url = await answering((response) => {
    const more = (): void => {
      sent += 65_536;
      if (!response.destroyed && response.write(' '.repeat(65_536))) setImmediate(more);
    };
    response.on('drain', more);
    more();
  });

  await expect(httpHead(url, 'key')()).rejects.toThrow('more than 4096 bytes');
  expect(sent).toBeLessThan(10_000_000);
});

test('a head that drips is given up after a second', async () => {
  const url = await answering((response) => {
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(timer));
  });
  const began = performance.now();

  await expect(httpHead(url, 'key')()).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('a feed stands beside the address of its service, also where that has a path before it', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    const fault = isSignedFor(url, String(headers['hub-signature']));
    asked.push(`${url} ${fault}`);
    response.end(JSON.stringify({ epoch: 'e', items: [], next: '1', head: '1' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // A server that listens on TCP has an address with a port.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  await httpFeed(`${origin}/library/graphql`, 'key')('7');
  await httpFeed(origin, 'key')(undefined);
  await httpHead(`${origin}/library/graphql`, 'key')();

  expect(asked).toEqual([
    '/library/feed?limit=500&after=7 true',
    '/feed?limit=500 true',
    '/library/feed/head true',
  ]);
});

/** Whether a signature is that of the address as it was asked, made with the key of this test. */
function isSignedFor(path: string, header: string): boolean {
  const [, seconds, nonce, hex] = /^t=(\d+),n=([\w-]+),v1=(\w+)$/.exec(header) ?? [];
  const said = createHmac('sha256', 'key').update(`${seconds}.${nonce}.GET ${path}`).digest('hex');
  return said === hex;
}
