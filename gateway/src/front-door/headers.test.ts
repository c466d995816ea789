import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { sendRaw } from '../testing/raw-http.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket();
  // Planned once, so that no answer below is late.
  await market.ask(document);
});
afterAll(() => market.close());

const document = '{ makers { name } }';
const body = JSON.stringify({ query: document });
const smuggled = 'POST /graphql HTTP/1.1\r\nHost: b\r\nContent-Length: 0\r\n\r\n';
const head = (headers: readonly string[], length: number | string = body.length): string =>
  ['POST /graphql HTTP/1.1', 'Host: a', 'Content-Type: application/json', ...headers]
    .concat(length === '' ? [] : [`Content-Length: ${length}`])
    .join('\r\n') + '\r\n\r\n';
const send = (headers: readonly string[], sent = body, length: number | string = sent.length) =>
  sendRaw(market.url, head(headers, length) + sent, 300);

test('a plain request is answered', async () => {
  expect((await send([])).statuses).toEqual([200]);
});

describe('what may be read in two ways is refused', () => {
  const twice: [string, string[]][] = [
    ['authorization', ['Authorization: Bearer a', 'authorization: Bearer b']],
    ['content type', ['content-type: text/plain']],
    ['host', ['Host: b']],
    ['length', ['Content-Length: 3']],
    ['length and chunks', ['Transfer-Encoding: chunked']],
    ['chunks said oddly', ['Transfer-Encoding: xchunked']],
    ['chunks said twice', ['Transfer-Encoding: chunked, identity']],
  ];
  test.each(twice)('%s', async (_, headers) => {
    const { statuses, text, isClosed } = await send(headers, `${body}${smuggled}`, body.length);

    expect(statuses).toEqual([400]);
    expect(text).not.toContain('makers');
    expect(isClosed).toBe(true);
  });

  const lines: [string, string][] = [
    ['a header folded over two lines', 'X-A: 1\r\n Authorization: Bearer b'],
    ['a name with a space before its colon', 'Content-Length : 3'],
    ['a line that ends with a line feed only', 'X-A: 1\nAuthorization: Bearer b'],
    ['a carriage return within a value', 'X-A: 1\rAuthorization: Bearer b'],
    ['a zero byte', 'X-A: \0'],
  ];
  test.each(lines)('%s', async (_, line) => {
    expect((await send([line])).statuses).toEqual([400]);
  });

  test('no host, two requests in one line, and another protocol', async () => {
    const withoutHost = await sendRaw(market.url, 'GET /ready HTTP/1.1\r\n\r\n', 300);
    const preface = await sendRaw(market.url, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 300);
    const odd = await sendRaw(market.url, 'GET /ready HTTP/1.1 GET / HTTP/1.1\r\n\r\n', 300);

    expect([withoutHost, preface, odd].map(({ statuses }) => statuses)).toEqual([
      [400],
      [400],
      [400],
    ]);
  });
});

test('headers of 64 KiB are refused', async () => {
  expect((await send([`X-Long: ${'x'.repeat(65_536)}`])).statuses).toEqual([431]);
  const many = Array.from({ length: 6000 }, (_, index) => `X-${index}: 1`);
  expect((await send(many)).statuses).toEqual([431]);
});

test('a body that is packed is refused, and what follows one is no part of it', async () => {
  expect((await send(['Content-Encoding: gzip'])).statuses).toEqual([415]);
  expect((await send([], `${body}GARBAGE`, body.length)).statuses).toContain(400);
});

test('a parameter that came twice is refused, whichever comes first', async () => {
  const get = (search: string) =>
    sendRaw(
      market.url,
      `GET /graphql?${search} HTTP/1.1\r\nHost: a\r\nGraphQL-Require-Preflight: 1\r\n\r\n`,
      300,
    );
  const query = `query=${encodeURIComponent(document)}`;

  expect((await get(query)).statuses).toEqual([200]);
  for (const more of [query, 'variables={}&variables={}', 'extensions={}&extensions={}']) {
    expect((await get(`${query}&${more}`)).statuses).toEqual([400]);
  }
});

test('a body that is not UTF-8 is refused', async () => {
  expect((await send([], body.replace('name', 'na\xffme'))).statuses).toEqual([400]);
});

test('a body in countless pieces is refused, and one in many is not', async () => {
  const spaces = 60_000;
  const chunked = (pieces: number): string => {
    const one = `1\r\n \r\n`.repeat(pieces - 1);
    const chunks = `${one}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    return `${head(['Transfer-Encoding: chunked'], '')}${chunks}`;
  };

  expect((await sendRaw(market.url, chunked(1_000), 1000)).statuses).toEqual([200]);
  expect((await sendRaw(market.url, chunked(spaces), 1000)).statuses).toEqual([413]);
});

test('a body that says it is too long is refused before it is sent', async () => {
  const { statuses, isClosed } = await sendRaw(market.url, head([], 300_000), 300);

  expect(statuses).toEqual([413]);
  expect(isClosed).toBe(true);
});

test('an offer to change the protocol is passed over', async () => {
  const offer = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk'];
  const socket = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];

  for (const headers of [offer, socket]) {
    const { statuses, text } = await send(headers);
    expect(statuses).toEqual([200]);
    expect(text).toContain('makers');
  }
});

test('nothing that a client says in its headers reaches a subgraph', async () => {
  const people = market.subgraphs.get('people')!;
  const before = people.headers.length;
  await send([
    'X-User-Id: admin',
    'x_user_id: admin',
    'X-Forwarded-For: 10.0.0.1',
    'X-Forwarded-User: admin',
    'Forwarded: for=10.0.0.1',
    'Cookie: session=1',
    'Connection: keep-alive, x-hub-signature, authorization',
    'Proxy-Authorization: Basic YQ==',
    'Hub-Deadline: 1',
  ]);

  const received = people.headers.slice(before);
  expect(received).toHaveLength(1);
  expect(JSON.stringify(received)).not.toMatch(/admin|10\.0\.0\.1|session|forwarded|cookie|YQ==/i);
  expect(received[0]?.['hub-deadline']).not.toBe('1');
});
