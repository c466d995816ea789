import { describe, expect, test } from 'vitest';
import { SubgraphSilent } from '../../errors/gateway-error.js';
import type { ReplyHead } from './reply-head.js';
import { ReplyReader } from './reply-reader.js';

interface Heard {
  head: ReplyHead | undefined;
  body: string;
  isOver: boolean;
  kept: number;
}

/** Reads what comes in these pieces; the memory of each is used for others afterwards, as that of a socket is. */
function heard(pieces: readonly Buffer[]): Heard {
  const reader = new ReplyReader();
  let head: ReplyHead | undefined;
  const body: Buffer[] = [];
  reader.begin({
    headCame: (came) => (head = came),
    bytesCame: (bytes) => void body.push(Buffer.from(bytes)),
  });
  for (const piece of pieces) {
    const place = Buffer.from(piece);
    reader.take(place);
    place.fill('x');
  }
  return {
    head,
    body: Buffer.concat(body).toString('utf8'),
    isOver: reader.isOver,
    kept: reader.kept,
  };
}

function heardOf(text: string): Heard {
  return heard([Buffer.from(text)]);
}

function faultOf(text: string): unknown {
  try {
    return heardOf(text);
  } catch (error) {
    return error instanceof SubgraphSilent ? error.fault : error;
  }
}

const plain =
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Other: a:b\r\nContent-Length: 16\r\n\r\n{"data":{"a":1}}';
const chunked =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n' +
  '8;name="value"\r\n{"data":\r\n08\r\n{"a":1}}\r\n0\r\nx-after: 1\r\n\r\n';
const early = `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${plain}`;

describe('a reply', () => {
  test.each([
    ['with a length', plain],
    ['in chunks', chunked],
    ['after another head', early],
  ])('%s is read alike wherever its bytes are cut', (_, text) => {
    const bytes = Buffer.from(text);
    const whole = heard([bytes]);

    expect(whole).toMatchObject({ body: '{"data":{"a":1}}', isOver: true, kept: 4000 });
    expect(whole.head).toMatchObject({ status: 200, type: 'application/json' });
    for (let first = 1; first < bytes.length; first++) {
      for (const second of [first, first + 1, first + 7, bytes.length]) {
        const pieces = [
          bytes.subarray(0, first),
          bytes.subarray(first, second),
          bytes.subarray(second),
        ];
        expect(heard(pieces)).toEqual(whole);
      }
    }
    expect(heard([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
  });

  test('that is not whole is not over', () => {
    for (let length = 0; length < chunked.length; length++) {
      expect(heardOf(chunked.slice(0, length)).isOver).toBe(false);
    }
  });

  test('without a length ends with the connection, which is not kept', () => {
    const reader = new ReplyReader();
    const body: string[] = [];
    reader.begin({
      headCame: () => undefined,
      bytesCame: (bytes) => void body.push(bytes.toString()),
    });
    reader.take(Buffer.from('HTTP/1.1 200 OK\r\n\r\n{"data"'));
    reader.take(Buffer.from(':null}'));

    expect([reader.isOver, reader.end(), reader.isOver]).toEqual([false, true, true]);
    expect(body.join('')).toBe('{"data":null}');
    expect(reader.kept).toBe(0);
  });

  test('in the middle of which the connection ends is not whole', () => {
    const reader = new ReplyReader();
    reader.begin({ headCame: () => undefined, bytesCame: () => undefined });
    reader.take(Buffer.from(plain.slice(0, -1)));

    expect([reader.end(), reader.isOver]).toEqual([false, false]);
  });

  test.each(['204 No Content', '304 Not Modified'])('of status %s has no body', (status) => {
    const { body, isOver } = heardOf(`HTTP/1.1 ${status}\r\ncontent-length: 9\r\n\r\n`);

    expect([body, isOver]).toEqual(['', true]);
  });
});

describe('a connection', () => {
  const keptAfter = (head: string): number => heardOf(`${head}\r\ncontent-length: 0\r\n\r\n`).kept;

  test('is kept for less time than the other side says', () => {
    expect(keptAfter('HTTP/1.1 200 OK\r\nkeep-alive: timeout=5, max=9')).toBe(3000);
    expect(keptAfter('HTTP/1.1 200 OK\r\nkeep-alive: timeout=1')).toBe(0);
    expect(keptAfter('HTTP/1.1 200 OK\r\nkeep-alive: timeout=999999999')).toBe(600_000);
    expect(keptAfter('HTTP/1.1 200 OK')).toBe(4000);
  });

  test('is not kept when the other side says so, or speaks of an older protocol', () => {
    expect(keptAfter('HTTP/1.1 200 OK\r\nconnection: Close')).toBe(0);
    expect(keptAfter('HTTP/1.1 200 OK\r\nconnection: x, close')).toBe(0);
    expect(keptAfter('HTTP/1.0 200 OK')).toBe(0);
  });

  test('on which more came than the reply is not kept', () => {
    expect(heardOf(`${plain}HTTP/1.1 200 OK\r\n`)).toMatchObject({ isOver: true, kept: 0 });
  });
});

const big = 'x'.repeat(17_000);
const chunks = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9\r\n\r\n'],
  ['another version', 'HTTP/2 200 OK\r\n\r\n'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['a change of the protocol', 'HTTP/1.1 101 Switching\r\n\r\n'],
  ['a header without a name', 'HTTP/1.1 200 OK\r\n: a\r\n\r\n'],
  ['a space before the colon', 'HTTP/1.1 200 OK\r\na : b\r\n\r\n'],
  ['a folded header', 'HTTP/1.1 200 OK\r\na: b\r\n c\r\n\r\n'],
  ['a line feed alone in a header', 'HTTP/1.1 200 OK\r\na: b\nc: d\r\n\r\n'],
  ['a zero in a header', 'HTTP/1.1 200 OK\r\na: \0\r\n\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\na'],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
  [
    'a length beside chunks',
    'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
  ],
  ['another coding of the transfer', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
  ['a long head', `HTTP/1.1 200 OK\r\na: ${big}\r\n\r\n`],
  ['a head without end', `HTTP/1.1 200 OK\r\na: ${big}`],
  ['a chunk without size', `${chunks}\r\n`],
  ['a chunk of another size', `${chunks}2\r\nabc\r\n`],
  ['a chunk of a negative size', `${chunks}-2\r\n`],
  ['a chunk of too large a size', `${chunks}fffffffff\r\n`],
  ['a chunk with a line feed alone', `${chunks}1\na\r\n`],
  ['a long line between chunks', `${chunks}1;${big}`],
  ['much behind the chunks', `${chunks}0\r\n${`a: ${'y'.repeat(5000)}\r\n`.repeat(4)}`],
])('%s is refused', (_, text) => {
  expect(faultOf(text)).toBe('exchange-failed');
  const half = text.length / 2;
  expect(() =>
    heard([text.slice(0, half), text.slice(half)].map((part) => Buffer.from(part))),
  ).toThrow(SubgraphSilent);
});
