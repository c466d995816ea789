import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { sendRaw } from '../testing/raw-http.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

/** What a browser sends along when another page makes it: the cookies of the victim, and where it came from. */
const forged = [
  'Host: a',
  'Cookie: session=1',
  'Origin: https://elsewhere.example',
  'Sec-Fetch-Site: cross-site',
];
const document = '{ makers { name } }';
const search = `?query=${encodeURIComponent(document)}`;
const form = `query=${encodeURIComponent(document)}`;
const json = JSON.stringify({ query: document });

/** Everything that a page may send to another origin without being asked first, by type of content. */
const simple = [
  '',
  'text/plain',
  'text/plain; charset=utf-8',
  'text/plain; application/json',
  'text/plain, application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data; boundary="application/json"',
  'TEXT/PLAIN',
  ' ',
  ';',
  ';application/json',
  // What one gateway took for a question that a browser had asked about first.
  'message/OHTTP-req',
  'application/',
  'json',
];
const cases = simple.flatMap((type): [string, string, string, string][] => [
  ['GET', type, '', search],
  ['POST', type, json, ''],
  ['POST', type, form, ''],
]);

test.each(cases)('%s with content of type "%s" and a body "%s" is refused', async (...sent) => {
  const [method, type, body, at] = sent;
  const before = received();
  const headers = [
    `${method} /graphql${at} HTTP/1.1`,
    ...forged,
    ...(type === '' ? [] : [`Content-Type: ${type}`]),
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];

  const { statuses } = await sendRaw(market.url, `${headers.join('\r\n')}\r\n\r\n${body}`, 3000);

  expect(statuses).toHaveLength(1);
  expect([400, 415]).toContain(statuses[0]);
  expect(received()).toBe(before);
});

test('a question before a request is not agreed to, whoever asks it', async () => {
  const asked = ['OPTIONS /graphql HTTP/1.1', ...forged, 'Access-Control-Request-Method: POST'];
  const headers = ['Access-Control-Request-Headers: content-type', 'Connection: close'];

  const reply = await sendRaw(market.url, `${[...asked, ...headers].join('\r\n')}\r\n\r\n`, 3000);

  expect(reply.statuses).toEqual([405]);
  expect(reply.text.toLowerCase()).not.toContain('access-control-allow');
});

test('an answer allows no other page to read it, and takes nobody for known by a cookie', async () => {
  const headers = [...forged, 'Content-Type: application/json', 'Connection: close'];
  const pin = JSON.stringify({ query: '{ makers { name pin } }' });
  const request = ['POST /graphql HTTP/1.1', ...headers, `Content-Length: ${pin.length}`];

  const { text, statuses } = await sendRaw(
    market.url,
    `${request.join('\r\n')}\r\n\r\n${pin}`,
    3000,
  );

  expect(statuses).toEqual([200]);
  expect(text.toLowerCase()).not.toMatch(/access-control-allow|set-cookie/);
  expect(text).toContain('UNAUTHENTICATED');
});

const received = (): number =>
  [...market.subgraphs.values()].reduce((count, subgraph) => count + subgraph.received.length, 0);
