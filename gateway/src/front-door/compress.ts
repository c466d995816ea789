import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  type BrotliCompress,
  type Gzip,
} from 'node:zlib';
import { packedTag } from '../cache/outgoing.js';
import type { HttpAnswer } from '../pipeline/http-answer.js';

type Compress = (body: Buffer) => Promise<Buffer>;

const packGzip = promisify<Buffer, { level: number }, Buffer>(gzip);
const packBrotli = promisify<Buffer, { params: Record<number, number> }, Buffer>(brotliCompress);

// The lowest levels: an answer is sent once, so what packing costs weighs as much as what it saves.
const encodings: readonly (readonly [string, Compress])[] = [
  ['br', (body) => packBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ['gzip', (body) => packGzip(body, { level: 1 })],
];

/** Packs an answer as its client accepts it, when it has more than some bytes; off the event loop. */
export function compressed(
  answer: HttpAnswer,
  accepted: string | undefined,
  above: number,
): HttpAnswer | Promise<HttpAnswer> {
  const { status, body, headers } = answer;
  // Most answers are small, and none of these waits for a turn of the queue.
  if (status !== 304 && (body.length < above || body.length === 0)) return answer;
  const vary = headers['vary'] ? `${headers['vary']}, accept-encoding` : 'accept-encoding';
  // It stands for an answer that may have been packed, and has no body of its own.
  if (status === 304) return { ...answer, headers: { ...headers, vary } };
  if (typeof body !== 'string') return answer;
  const found = accepted ? encodings.find(([name]) => accepts(accepted, name)) : undefined;
  if (!found) return { ...answer, headers: { ...headers, vary } };
  const [name, compress] = found;
  const own = {
    ...headers,
    vary,
    'content-encoding': name,
    ...(headers['etag'] && { etag: packedTag(headers['etag'], name) }),
  };
  return compress(Buffer.from(body)).then((bytes) => ({ ...answer, headers: own, body: bytes }));
}

/** What packs an answer that is sent piece by piece, as its client accepts it; undefined where it takes none of ours. */
export function packing(
  accepted: string | undefined,
): { readonly encoding: string; readonly stream: BrotliCompress | Gzip } | undefined {
  const found = encodings.find(([name]) => accepts(accepted, name));
  if (!found) return undefined;
  const [encoding] = found;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
  const stream = encoding === 'br' ? createBrotliCompress({ params }) : createGzip({ level: 1 });
  return { encoding, stream };
}

function accepts(header: string | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some((range) => {
    const [name, weight] = range.split(';').map((word) => word.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? '');
  });
}
