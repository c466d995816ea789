import { createHash } from 'node:crypto';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { HttpAnswer } from '../pipeline/http-answer.js';

/** What is said of an answer that nobody may keep. */
const unshared = 'private, no-store';

/** Answers of which every part is public and nothing went wrong. */
const publicAnswers = new WeakSet<GraphAnswer>();

/** Notes that an answer is the same for everybody: every part of it was asked in nobody's name. */
export function notePublic(answer: GraphAnswer): void {
  publicAnswers.add(answer);
}

/** What a client sent that decides how its answer may be kept. */
export interface Conditional {
  method?: string | undefined;
  headers: { 'if-none-match'?: string | undefined };
}

/**
 * Says of an answer how it may be kept on its way, the strictest of all that went into it. A GET that is the
 * same for everybody may be kept by anybody who asks each time whether it still holds, which costs 304 and no
 * body; everything else is "private, no-store", also what is made of more than one answer.
 */
export function withCaching(
  { method, headers }: Conditional,
  answer: GraphAnswer | undefined,
  http: HttpAnswer,
): HttpAnswer {
  const isShared = method === 'GET' && answer && publicAnswers.has(answer) && isWhole(answer);
  if (!isShared) {
    if (http.headers['cache-control'] === unshared) return http;
    return { ...http, headers: { ...http.headers, 'cache-control': unshared } };
  }
  const tag = tagOf(http.body);
  const known = matching(headers['if-none-match'], tag);
  const own = {
    ...http.headers,
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: known ?? tag,
    vary: 'accept, authorization',
  };
  return known === undefined ? { ...http, headers: own } : { status: 304, headers: own, body: '' };
}

/** The tag of the same answer packed in an encoding: other bytes, so another tag. */
export function packedTag(tag: string, encoding: string): string {
  return tag.replace(/"$/, `-${encoding}"`);
}

function isWhole({ errors, extensions }: GraphAnswer): boolean {
  return errors === undefined && extensions === undefined;
}

function tagOf(body: HttpAnswer['body']): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
}

/** The tag of the answer, packed or not, among those a client already holds. */
function matching(header: string | undefined, tag: string): string | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return tag;
  return header
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .find((each) => each === tag || each.replace(/-[a-z]+"$/, '"') === tag);
}
