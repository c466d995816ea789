import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { SeenSignatures } from './seen-signatures.js';
import { sign, signatureFault } from './signature.js';

const key = 'a key of the tests that is long enough';
const now = new Date('2026-12-01T09:00:00Z');
const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

interface Vector {
  key: string;
  time: number;
  nonce: string;
  body: string;
  signature: string;
}

test('what is signed is what the page on signatures says', () => {
  const page = readFileSync(new URL('../../docs/signature.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
  // The page is ours; what is wrong in it fails below.
  const vectors = JSON.parse(json) as Vector[];

  expect(vectors.length).toBeGreaterThan(3);
  for (const { key, time, nonce, body, signature } of vectors) {
    const moment = new Date(time * 1_000);
    expect(sign(key, body, { now: moment, nonce })).toBe(signature);
    expect(signatureFault(key, body, { signature, now: moment })).toBeUndefined();
  }
});

describe('a signature', () => {
  const signature = sign(key, 'body', { now });
  const faultAt = (seconds: number) => signatureFault(key, 'body', { signature, now: at(seconds) });

  test('is good for a minute before and after', () => {
    expect([-61, -60, 0, 60, 61].map(faultAt)).toEqual([
      'old',
      undefined,
      undefined,
      undefined,
      'old',
    ]);
  });

  test('of another body, key, time or word is altered', () => {
    const [t, n, v1] = signature.split(',');
    const fault = (text: string, body = 'body', by = key) =>
      signatureFault(by, body, { signature: text, now });

    expect(fault(signature, 'Body')).toBe('altered');
    expect(fault(signature, 'body', 'another key')).toBe('altered');
    expect(fault(`t=${now.getTime() / 1_000 + 1},${n},${v1}`)).toBe('altered');
    expect(fault(`${t},n=another-word,${v1}`)).toBe('altered');
  });

  test.each([
    ['', 'missing'],
    ['t=1', 'malformed'],
    [signature.replace(',n=', ',m='), 'malformed'],
    [signature.replace(/,n=[^,]+/, ''), 'malformed'],
    [`${signature},v1=00`, 'malformed'],
    [signature.toUpperCase(), 'malformed'],
    [signature.slice(0, -1), 'malformed'],
    [` ${signature}`, 'malformed'],
  ])('that reads "%s" is %s', (text, fault) => {
    expect(signatureFault(key, 'body', { signature: text, now })).toBe(fault);
  });
});

describe('a service that remembers', () => {
  test('takes each signature once, and equal bodies of the same second as two', () => {
    const remembered = new SeenSignatures();
    const [one, two] = [sign(key, 'body', { now }), sign(key, 'body', { now })];
    const fault = (signature: string | undefined, later = 0) =>
      signatureFault(key, 'body', { signature, now: at(later), remembered });

    expect([fault(one), fault(two), fault(one), fault(two)]).toEqual([
      undefined,
      undefined,
      'replayed',
      'replayed',
    ]);
    expect([fault(one, 60), fault(one, 61)]).toEqual(['replayed', 'old']);
  });

  test('may allow clocks to differ by less', () => {
    const signature = sign(key, 'body', { now });
    const fault = (later: number) =>
      signatureFault(key, 'body', { signature, now: at(later), window: 10 });

    expect([fault(10), fault(11), fault(-11)]).toEqual([undefined, 'old', 'old']);
  });

  test('remembers nothing that was not truly signed', () => {
    const remembered = new SeenSignatures();
    const signature = sign('another key', 'body', { now });

    signatureFault(key, 'body', { signature, now, remembered });

    expect(remembered.size).toBe(0);
  });

  test('forgets what is old, and refuses while it is full', () => {
    const remembered = new SeenSignatures(3);
    const fault = (later: number) => {
      const signature = sign(key, 'body', { now: at(later) });
      return signatureFault(key, 'body', { signature, now: at(later), remembered });
    };

    expect([0, 0, 0, 0, 60].map(fault)).toEqual([
      undefined,
      undefined,
      undefined,
      'too-many',
      'too-many',
    ]);
    expect(fault(62)).toBeUndefined();
    expect(remembered.size).toBe(1);
  });
});
