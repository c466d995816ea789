import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';

import { untoldPage } from '../told-page/untold-page.js';
import { accepts, acceptsType } from './accepts.js';
import type { NotTold, Told } from './told.js';

const zip = promisify(gzip);

/** Bytes from which on an answer is worth compressing. */
const worthZipping = 1_024;

/** Sends what an address tells; says 304 to whoever has it already. */
export async function sendTold(
  request: IncomingMessage,
  response: ServerResponse,
  told: Told,
): Promise<void> {
  const headers: OutgoingHttpHeaders = { ...everyTold, 'content-type': told.type, ...told.headers };
  if (told.isPartial) headers['cache-control'] = 'no-store';
  if (typeof told.body !== 'string') {
    const source = Readable.from(gathered(told.body), { objectMode: false, encoding: 'utf8' });
    return sendPieces({ source, headers }, request, response);
  }
  // The same for the plain and the compressed form, which mean the same.
  headers.etag = `W/"${createHash('sha256').update(told.body).digest('base64url').slice(0, 27)}"`;
  if (isKnown(request, headers.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const zipped = accepts(request, 'gzip') && told.body.length >= worthZipping;
  const body = zipped ? await zip(told.body) : Buffer.from(told.body);
  if (zipped) headers['content-encoding'] = 'gzip';
  response.writeHead(200, { ...headers, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Characters that are sent at once: a map has a piece for each of a million features, and each would be a write. */
const sentAtOnce = 32_768;

async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < sentAtOnce) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Says why an address tells nothing: to a person as a page, to a program as a sentence. */
export function sendNotTold(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message }: NotTold,
): void {
  const page = acceptsType(request, 'text/html') ? untoldPage(message) : null;
  response.writeHead(status, {
    'content-type': page?.type ?? 'text/plain; charset=utf-8',
    ...page?.headers,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    vary: 'accept',
    ...(status === 503 && { 'retry-after': '300' }),
  });
  response.end(page?.body ?? message);
}

/** Nothing here is about anybody, so everybody may keep it and every page may read it. */
const everyTold: OutgoingHttpHeaders = {
  'cache-control': 'public, max-age=300',
  'content-language': 'ja',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  vary: 'accept, accept-encoding',
};

/** Sends pieces as they come; what breaks off is cut off, so that nobody takes a part for the whole. */
async function sendPieces(
  { source, headers }: { readonly source: Readable; readonly headers: OutgoingHttpHeaders },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // What cannot even begin is refused in words, which can be done only before the first byte.
  await new Promise((begun, failed) => {
    source.once('readable', begun).once('error', failed);
  });
  if (request.method === 'HEAD') {
    source.destroy();
    response.writeHead(200, headers).end();
    return;
  }
  const zipped = accepts(request, 'gzip');
  response.writeHead(200, { ...headers, ...(zipped && { 'content-encoding': 'gzip' }) });
  await (zipped ? pipeline(source, createGzip(), response) : pipeline(source, response));
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const said = headers['if-none-match'];
  if (said === undefined) return false;
  const known = new Set(said.split(',').map((each) => each.trim().replace(/^W\//, '')));
  return known.has('*') || known.has(etag.replace(/^W\//, ''));
}
