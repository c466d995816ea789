import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { GatewayOptions } from '../gateway.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { timedAsk } from '../testing/timed-ask.js';
import { readTrusted } from './read-trusted.js';
import { digestOf } from './trusted-documents.js';

const trusted = '{ makers { name } }';
const other = '{ makers { id } }';
const writing = 'mutation { log(word: "x") }';
const id = `sha256:${digestOf(trusted)}`;

let market: OpenMarket;
afterEach(() => market.close());
const open = async (options: Partial<GatewayOptions> = {}): Promise<void> => {
  market = await openMarket({
    mode: 'production',
    contract: 'public',
    trustedDocuments: [trusted, writing],
    ...options,
  });
  await market.gateway.warm;
};

interface Reply extends GraphAnswer {
  status: number;
}
const post = async (request: object): Promise<Reply> => {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
  };
  const sent = { method: 'POST', headers, body: JSON.stringify(request) };
  const { status, body } = await timedAsk(market.url, sent);
  return { status, ...JSON.parse(body.toString()) };
};
const codeOf = ({ errors }: GraphAnswer): unknown => errors?.[0]?.extensions.code;

describe('a gateway in production', () => {
  test('answers a trusted document by its text and by its identifier, however it is named', async () => {
    await open();
    const hash = digestOf(trusted);

    for (const request of [
      { query: trusted },
      { documentId: id },
      { documentId: hash },
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
      { query: trusted, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
      { query: null, documentId: id },
    ]) {
      const { status, data, errors } = await post(request);
      expect({ status, errors }).toEqual({ status: 200, errors: undefined });
      expect(data).toEqual({ makers: [{ name: 'Aoki' }, { name: 'Baba' }] });
    }
  });

  test('answers one by GET, and never writes so', async () => {
    await open();
    const get = (document: string) =>
      timedAsk(`${market.url}?documentId=sha256:${digestOf(document)}`, {
        headers: { 'graphql-require-preflight': 'yes' },
      });

    const read = await get(trusted);
    const written = await get(writing);

    expect([read.status, written.status]).toEqual([200, 405]);
    expect(written.headers.allow).toBe('POST');
  });

  test('refuses any other before it reads it, whatever is wrong with it', async () => {
    await open();

    for (const query of [other, `${trusted} `, 'mutation { hide(id: "p1") }', '{', '{ secret }']) {
      const reply = await post({ query });
      expect(codeOf(reply)).toBe('DOCUMENT_NOT_TRUSTED');
      expect(reply.data).toBeUndefined();
    }
    const unknown = await post({ documentId: `sha256:${digestOf(other)}` });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
  });

  test('refuses a request that names no document, none that could be one, or two', async () => {
    await open();

    for (const request of [
      {},
      { query: '' },
      { documentId: '' },
      { documentId: 7 },
      { documentId: 'sha256:xyz' },
      { documentId: `sha256:${digestOf(trusted).toUpperCase()}` },
      { documentId: `md5:${digestOf(trusted)}` },
      { documentId: id, query: other },
      { extensions: { persistedQuery: { sha256Hash: ['a'] } } },
    ]) {
      expect((await post(request)).status).toBe(400);
    }
  });

  test('lets nobody ask others at the public graph, and only analysts at the full one', async () => {
    const asked = async (role: 'resident' | 'department' | 'analyst'): Promise<unknown> => {
      const caller = { role, subject: 'a', scopes: [] };
      return codeOf(await market.gateway.execute({ query: other }, { caller })) ?? 'answered';
    };
    await open();
    const refused = 'DOCUMENT_NOT_TRUSTED';
    expect(await asked('analyst')).toBe(refused);
    await market.close();
    await open({ contract: 'full' });

    expect(await asked('resident')).toBe(refused);
    expect(await asked('department')).toBe(refused);
    expect(await asked('analyst')).toBe('answered');
    // What an analyst asked is known now, and still not for others.
    expect(await asked('department')).toBe(refused);
    expect(codeOf(await post({ query: other }))).toBe(refused);
  });

  test('lets those ask whom its operator names', async () => {
    await open({ documents: { adHoc: ['anonymous'] } });

    expect((await post({ query: other })).errors).toBeUndefined();
  });

  test('has planned its documents before the first is asked, and is not ready before', async () => {
    market = await openMarket({ mode: 'production', trustedDocuments: [trusted] });
    const ready = `${new URL(market.url).origin}/ready`;

    const before = await timedAsk(ready);
    await market.gateway.warm;
    await new Promise((done) => setTimeout(done, 1000));
    const after = await timedAsk(ready);
    const first = await timedAsk(market.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: id }),
    });

    expect(JSON.parse(before.body.toString()).status).toBe('starting');
    expect([before.status, after.status]).toEqual([503, 200]);
    expect(first.status).toBe(200);
    expect(first.took).toBeLessThan(150);
  });

  test('starts with a document that does not fit, and refuses that one only', async () => {
    const misfit = '{ makers { shoeSize } }';
    const told: unknown[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: object) => void told.push(fields),
    };
    await open({ trustedDocuments: [misfit, trusted], log });

    expect(codeOf(await post({ query: misfit }))).toBe('VALIDATION_FAILED');
    expect((await post({ query: trusted })).errors).toBeUndefined();
    expect(told).toMatchObject([{ misfits: [{ digest: digestOf(misfit) }] }]);
  });
});

test('a gateway in development answers any document', async () => {
  await open({ mode: 'development' });

  expect((await post({ query: other })).errors).toBeUndefined();
});

describe('trusted documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  written('a.graphql', trusted);
  written('notes.txt', 'no document');
  const manifest = written(
    'manifest.json',
    JSON.stringify({ [digestOf(other)]: other, [id]: trusted }),
  );

  test('are read from folders and from manifests', async () => {
    await open();

    expect(readTrusted([folder])).toEqual([trusted]);
    expect(readTrusted([manifest])).toEqual([other, trusted]);
  });

  test('of a manifest that contradicts itself, or that is none, are refused', async () => {
    await open();
    const wrong = written('wrong.json', JSON.stringify({ [digestOf(trusted)]: other }));
    const list = written('list.json', '[]');
    const broken = written('broken.json', '{');

    expect(() => readTrusted([wrong])).toThrow(digestOf(other));
    for (const path of [list, broken, join(folder, 'absent')]) {
      expect(() => readTrusted([path])).toThrow(path);
    }
  });
});
