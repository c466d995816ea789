import { once } from 'node:events';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { SubgraphSilent } from '../errors/gateway-error.js';
import { closed, portOf, testKey } from '../testing/subgraph-server.js';
import { withinDeadline } from './deadline.js';
import { httpTransport, type HttpTransportOptions } from './http.js';
import { unpacking } from './unpacking.js';
import { SubgraphOperation, SubgraphRequest } from './transport.js';

const answer = { data: { words: Array.from({ length: 50_000 }, (_, index) => `word ${index}`) } };
const text = JSON.stringify(answer);
const packed = {
  gzip: gzipSync(text),
  br: brotliCompressSync(text),
  zstd: zstdCompressSync(text),
};

/** Asks a server that always sends these bytes under this encoding; also what it was told to accept. */
async function ask(
  sent: { encoding: string; bytes: Buffer },
  acceptEncoding: HttpTransportOptions['acceptEncoding'],
): Promise<[unknown, string | undefined]> {
  let accepted: string | undefined;
  const server = createServer((message, response) => {
    accepted = message.headers['accept-encoding'];
    message.resume();
    const headers = { 'content-type': 'application/json', 'content-encoding': sent.encoding };
    response.writeHead(200, headers).end(sent.bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server)}/`;
  const way = httpTransport({
    url,
    signingKey: testKey,
    ...(acceptEncoding && { acceptEncoding }),
  });
  onTestFinished(() => closed(server));
  onTestFinished(() => way.close?.());
  const scope = { requestId: 'one', caller: { role: 'anonymous', scopes: [] } } as const;
  const got = await withinDeadline(10_000, undefined, (until) =>
    way.send(new SubgraphRequest(new SubgraphOperation('{ a }'), '{}', { ...scope, ...until })),
  ).catch(({ fault }: SubgraphSilent) => fault);
  return [got, accepted];
}

test.each(['gzip', 'br', 'zstd'] as const)('an answer packed as %s is read', async (encoding) => {
  expect(await ask({ encoding, bytes: packed[encoding] }, ['gzip', 'br', 'zstd'])).toEqual([
    answer,
    'gzip, br, zstd',
  ]);
});

test('an answer packed without being asked for is refused, and nothing is asked for on one machine', async () => {
  expect(await ask({ encoding: 'gzip', bytes: packed.gzip }, undefined)).toEqual([
    'not-unpackable',
    undefined,
  ]);
});

test.each(['gzip', 'br', 'zstd'] as const)(
  'an answer packed as %s that breaks off, or is something else, is refused',
  async (encoding) => {
    const half = packed[encoding].subarray(0, packed[encoding].length / 2);

    expect((await ask({ encoding, bytes: half }, [encoding]))[0]).toBe('not-unpackable');
    expect((await ask({ encoding, bytes: Buffer.from(text) }, [encoding]))[0]).toBe(
      'not-unpackable',
    );
  },
);

test('a large answer that waits many times for room leaves nobody listening', async () => {
  const bytes = randomBytes(2 ** 22);
  const sent = gzipSync(bytes);
  const warnings: Error[] = [];
  const note = (warning: Error): number => warnings.push(warning);
  process.on('warning', note);
  onTestFinished(() => void process.off('warning', note));
  const sink = unpacking('gzip', 2 ** 23, ({ message }) => expect.unreachable(message));
  let waits = 0;
  for (let at = 0; at < sent.byteLength; at += 2 ** 16) {
    const room = sink.take(sent.subarray(at, at + 2 ** 16));
    if (room) waits += 1;
    await room;
  }
  const got = await new Promise<Buffer>((resolve) => sink.end(resolve));

  expect(waits).toBeGreaterThan(20);
  expect(got.equals(bytes)).toBe(true);
  expect(warnings).toEqual([]);
});
