import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

import { accepts } from './answer/accepts.js';
import { policyOf } from './policy.js';

/** Where the bundled pages stand. */
const folder = fileURLToPath(new URL('../dist/pages', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

/** Paths that people type, and the page each opens. */
const pages: Readonly<Record<string, string>> = {
  '/graphiql': 'graphiql.html',
  '/words': 'words.html',
  '/workbench': 'workbench.html',
  '/workbench/explore': 'workbench.html',
  '/workbench/coverage': 'workbench.html',
  '/workbench/saved': 'workbench.html',
};

/** Compressed copies that stand beside each file, the smallest first. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** What is sent: a file of the bundle, and with which status. */
interface Part {
  readonly name: string;
  readonly status: 200 | 404;
}

/** Answers a page or one of its parts; says 404, in words, for what is not there. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
  const part = partOf(request.url ?? '/');
  if (!existsSync(join(folder, part.name))) return tellUnbuilt(response);
  const encoding = encodings.find(({ name }) => accepts(request, name));
  const file = join(folder, `${part.name}${encoding?.ending ?? ''}`);
  response.writeHead(part.status, {
    ...headersOf(part.name),
    ...(encoding && { 'content-encoding': encoding.name }),
    'content-length': statSync(file).size,
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
}

/** The part that a URL names. Only names of the bundle are looked up, so no path leads out of its folder. */
function partOf(url: string): Part {
  const path = url.split(/[?#]/)[0] ?? '/';
  const name = pages[path] ?? /^\/((?:\w[\w.]*-[A-Z0-9]{8})\.[a-z]+)$/.exec(path)?.[1];
  if (name && types[extname(name)] && existsSync(join(folder, name))) return { name, status: 200 };
  return { name: 'missing.html', status: 404 };
}

function headersOf(name: string): OutgoingHttpHeaders {
  const isPage = extname(name) === '.html';
  return {
    'content-type': types[extname(name)],
    'content-security-policy': policyOf(name),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'accept-encoding',
    // Parts carry a digest in their names; pages do not.
    'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
  };
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' });
  response.end('このアドレスは表示だけできます。');
}

function tellUnbuilt(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('ページがまだ作られていません。 The pages are not built yet. Run: npm run build');
}
