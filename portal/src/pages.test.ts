import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { answerPage } from './pages.js';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let server: Server;

beforeAll(async () => {
  await import('./bundle.js');
  server = createServer((asked, answer) => void answerPage(asked, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

/** Asks for a path exactly as written, which `fetch` would tidy. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: '127.0.0.1', port, path, method, headers });
  asked.end();
  const [answer] = await once(asked, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: Buffer.concat(chunks),
  } as Answer;
}

const text = ({ body }: Answer): string => body.toString('utf8');

/** Every address that a page names. */
const named = (html: string): string[] =>
  [...html.matchAll(/(?:src|href|content)="([^"]+\.(?:js|css|svg))"/g)].map(([, path]) => path!);

test.each(['/words', '/words?text=%E7%B5%B5%E6%9C%AC', '/graphiql', '/workbench'])(
  '%s opens a page in Japanese',
  async (path) => {
    const page = await get(path);

    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    });
    expect(text(page)).toContain('<html lang="ja">');
  },
);

test.each(['/words', '/graphiql'])(
  '%s names no other machine, and its policy allows none',
  async (path) => {
    const page = await get(path);
    const policy = String(page.headers['content-security-policy']);

    expect(text(page)).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|blob:/);
  },
);

test('only the editor may write styles of its own', async () => {
  const [search, graphiql] = [await get('/words'), await get('/graphiql')];

  expect(search.headers['content-security-policy']).not.toContain('unsafe-inline');
  expect(graphiql.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
});

test('every part that a page names is there, kept for ever, and smaller for who takes it so', async () => {
  const parts = [...named(text(await get('/words'))), ...named(text(await get('/graphiql')))];
  expect(parts.length).toBeGreaterThan(6);

  for (const part of parts) {
    const plain = await get(part);
    const brotli = await get(part, { 'accept-encoding': 'gzip, br' });
    const gzip = await get(part, { 'accept-encoding': 'gzip, br;q=0' });

    expect(plain.status, part).toBe(200);
    expect(plain.headers['content-type']).toMatch(/javascript|css|svg/);
    expect(plain.headers['cache-control']).toContain('immutable');
    expect([brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  }
});

test.each([
  '/nowhere',
  '/missing.html',
  '/search.html.br',
  '/../pages.digest',
  '/..%2fpages.digest',
  '/%2e%2e/package.json',
  '//etc/passwd',
  '/search-AAAAAAAA.js',
])('%s is answered in Japanese that it is not there', async (path) => {
  const answer = await get(path);

  expect(answer.status).toBe(404);
  expect(text(answer)).toContain('ページが見つかりません');
});

test('a page can be asked about without being sent, and nothing can be sent to it', async () => {
  const [head, post] = [await get('/words', {}, 'HEAD'), await get('/words', {}, 'POST')];

  expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  expect(Number(head.headers['content-length'])).toBeGreaterThan(1_000);
  expect(post).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});
