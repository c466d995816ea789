import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gunzipSync } from 'node:zlib';

import { afterEach, expect, test } from 'vitest';

import type { Answered, Asked, PublicGraph } from '../collection/public-graph.js';
import { OpenData } from './open-data.js';
import { sheets } from './sheets.js';

const municipality = { code: '132292', prefecture: '東京都', city: '西東京市' };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Serves the open data of a graph that answers pages of facilities as it is told. */
async function serve(pageOf: (at: number) => Answered | Promise<Answered>) {
  const asked: Asked[] = [];
  const graph: PublicGraph = {
    ask: async (question) => {
      asked.push(question);
      if (question.query.includes('query CollectionState')) return { data: state };
      if (question.query.includes('query CollectionDepartments')) return { data: noDepartments };
      return pageOf(Number(question.variables['after'] ?? 0));
    },
  };
  const openData = new OpenData({
    graph,
    municipality,
    address: () => 'https://manabi.example.jp',
  });
  server = createServer((request, response) => {
    openData.answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/open-data/132292_public_facility.csv`, port, asked };
}

const state = {
  opportunities: { readings: [{ department: 'center', readAt: null, position: 'a' }] },
};
const noDepartments = {
  departments: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
};

/** A page of facilities with long names, of so many pages. */
const page = (at: number, pages: number): Answered => ({
  data: {
    facilities: {
      edges: Array.from({ length: 100 }, (_, row) => ({
        node: { code: `132292-${at}-${row}`, name: { ja: '館'.repeat(500) }, hours: [] },
      })),
      pageInfo: { hasNextPage: at + 1 < pages, endCursor: String(at + 1) },
    },
  },
});

test('a file that ends is whole, and says at its end what stands in it', async () => {
  const { address } = await serve((at) => page(at, 3));

  const response = await fetch(`${address}?encoding=cp932`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const text = new TextDecoder('shift_jis').decode(await response.arrayBuffer());

  expect(text.trimEnd().split('\r\n')).toHaveLength(301);
  expect(response.headers.get('content-type')).toContain('windows-31j');
  expect(response.headers.get('trailer')).toContain('x-characters-replaced');
});

test('a department that falls silent in the middle breaks the connection off', async () => {
  const { address } = await serve((at) =>
    at < 2
      ? page(at, 4)
      : { ...page(at, 4), extensions: { departments: [{ name: 'center', lastGoodAt: null }] } },
  );

  const response = await fetch(address);

  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test('a file that cannot be begun is no file', async () => {
  const { address } = await serve(() => ({
    data: null,
    errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }],
  }));

  const response = await fetch(address);

  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  expect(response.headers.get('etag')).toBeNull();
});

test('the graph is asked no faster than the reader takes rows, and not at all once it left', async () => {
  const { port, asked } = await serve((at) => page(at, 10_000));

  const socket = connect(port, '127.0.0.1');
  socket.write('GET /open-data/132292_public_facility.csv HTTP/1.1\r\nhost: a\r\n\r\n');
  socket.pause();
  await until(() => asked.length > 5);
  await settled(() => asked.length);
  const unread = asked.length;
  socket.destroy();
  await settled(() => asked.length);

  expect(unread).toBeLessThan(200);
  expect(asked.length - unread).toBeLessThan(5);
});

test('a reader who takes gzip gets it, and one who has the file gets nothing', async () => {
  const { address, port } = await serve((at) => page(at, 1));

  const raw = await rawAnswer(port, 'accept-encoding: gzip\r\nconnection: close\r\n');
  const { headers } = await fetch(address, { method: 'HEAD' });
  const again = await fetch(address, { headers: { 'if-none-match': headers.get('etag') ?? '' } });

  expect(raw.headers).toContain('content-encoding: gzip');
  expect(gunzipSync(raw.body).toString()).toContain('132292-0-99');
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('more files at once than there are turns are refused until one is done', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { address } = await serve(async (at) => {
    if (at > 0) await held;
    return page(at, 2);
  });

  const begun = await Promise.all([1, 2, 3, 4].map(() => fetch(address)));
  const refused = await fetch(address);
  release();
  await Promise.all(begun.map((response) => response.text()));
  const later = await fetch(address);

  expect([refused.status, later.status]).toEqual([503, 200]);
});

test('the list of the files names each of the others at the address by which the world knows it', async () => {
  const { address } = await serve((at) => page(at, 1));

  const response = await fetch(new URL('132292_open_data_list.csv', address));
  const [headings, ...lines] = (await response.text()).trimEnd().split('\r\n');

  expect(headings?.split(',')).toHaveLength(15);
  expect(lines).toHaveLength(sheets.length - 1);
  for (const [at, line] of lines.entries())
    expect(line).toContain(
      `,https://manabi.example.jp/open-data/132292_${sheets[at]?.name}.csv,有,`,
    );
});

test('nobody is told that the register of people has not changed, since no state tells that', async () => {
  const { address } = await serve((at) => page(at, 1));

  const people = await fetch(new URL('132292_population.csv', address), { method: 'HEAD' });
  const events = await fetch(new URL('132292_event.csv', address), { method: 'HEAD' });

  expect([people.status, people.headers.get('etag')]).toEqual([200, null]);
  expect(events.headers.get('etag')).not.toBeNull();
});

test.each([
  ['132292_nothing.csv', 404, '132292_event.csv'],
  ['999999_event.csv', 404, '132292_event.csv'],
  ['132292_public_facility.csv?edition=2010', 400, 'edition は older、2026'],
  ['132292_public_facility.csv?encoding=utf-16', 400, 'encoding は utf-8、cp932'],
  ['132292_event.csv?from=2026-13-01', 400, 'from=2026-13-01 は使えません'],
  ['132292_event.csv?text=a&text=b', 400, 'text は一つだけ'],
])('%s is refused with what there is instead', async (file, status, words) => {
  const { address } = await serve((at) => page(at, 1));

  const response = await fetch(new URL(file, address));

  expect(response.status).toBe(status);
  expect(await response.text()).toContain(words);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Waits until a number has stood still for a while. */
async function settled(count: () => number): Promise<void> {
  let before = -1;
  while (before !== count()) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** An answer as its bytes came, taken out of its chunks. */
async function rawAnswer(port: number, headers: string) {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET /open-data/132292_public_facility.csv HTTP/1.1\r\nhost: a\r\n${headers}\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  const whole = Buffer.concat(parts);
  const split = whole.indexOf('\r\n\r\n');
  return {
    headers: whole.subarray(0, split).toString(),
    body: unchunked(whole.subarray(split + 4)),
  };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end).toString(), 16);
    if (size === 0) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
