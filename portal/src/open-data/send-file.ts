import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

import { accepts } from '../answer/accepts.js';
import type { AskedFile } from './asked-file.js';
import { type FileAccount, type FileReading, fileText } from './file-text.js';
import type { IndexState } from './index-state.js';
import { todayInJapan } from './japan-clock.js';

/** How files may be compressed, the smallest first. */
const codings = ['br', 'gzip'] as const;

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Sends a file as it is read, no faster than its reader takes it, compressed where they agree. Rejects before a byte
 * is sent when it cannot be read at all; once it has begun, a failure breaks the connection off, since a file that
 * ends must be whole.
 */
export async function sendFile(
  { request, response }: Exchange,
  asked: AskedFile,
  reading: Omit<FileReading, 'signal'>,
): Promise<void> {
  const leaving = new AbortController();
  const left = (): void => leaving.abort();
  response.once('close', left);
  const coding = codings.find((name) => accepts(request, name));
  const text = fileText(asked, { ...reading, signal: leaving.signal });
  const first = await text.next();
  response.writeHead(200, {
    ...fileHeaders(asked, reading.municipality.code),
    ...(coding && { 'content-encoding': coding }),
    trailer: Object.keys(trailers({ rows: 0, samples: 0, replaced: 0 })).join(', '),
  });
  const rest = Readable.from(
    toEnd(first, text, (account) => response.addTrailers(trailers(account))),
  );
  const squeeze = compressor(coding);
  try {
    await (squeeze ? pipeline(rest, squeeze, response) : pipeline(rest, response));
  } catch {
    // Nothing can be said to the reader any more but that the file is not whole.
    response.destroy();
  } finally {
    response.off('close', left);
  }
}

/** The headers of a file, without those that depend on the state of the graph. */
export function fileHeaders({ sheet, encoding }: AskedFile, code: string): OutgoingHttpHeaders {
  const charset = encoding === 'cp932' ? 'windows-31j' : 'utf-8';
  return {
    'content-type': `text/csv; charset=${charset}; header=present`,
    'content-disposition': `attachment; filename="${code}_${sheet.name}.csv"`,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
}

/** By what a reader knows that the file has not changed: the state of all departments, what was asked, and the day from which it begins. Nothing where no state tells that. */
export function validators(asked: AskedFile, state: IndexState): OutgoingHttpHeaders {
  const { sheet, edition, encoding, narrowed } = asked;
  if (sheet.isUnwatched) return {};
  const said = [state.key, todayInJapan(), sheet.name, edition, encoding, narrowed];
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
  return { etag: `W/"${digest.slice(0, 22)}"`, 'last-modified': state.since.toUTCString() };
}

/** Whether the reader has the file as it is. */
export function isKnown(request: IncomingMessage, { etag }: OutgoingHttpHeaders): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((each) => each.trim() === etag);
}

async function* toEnd(
  first: IteratorResult<Buffer, FileAccount>,
  text: AsyncGenerator<Buffer, FileAccount>,
  told: (account: FileAccount) => void,
): AsyncGenerator<Buffer> {
  let next = first;
  while (!next.done) {
    yield next.value;
    next = await text.next();
  }
  told(next.value);
}

function trailers({ rows, samples, replaced }: FileAccount): Record<string, string> {
  return {
    'x-rows': String(rows),
    'x-sample-rows': String(samples),
    'x-characters-replaced': String(replaced),
  };
}

function compressor(coding: (typeof codings)[number] | undefined) {
  if (coding === 'gzip') return createGzip();
  if (coding === undefined) return undefined;
  // Beyond this quality a file is compressed more slowly than it is read.
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
