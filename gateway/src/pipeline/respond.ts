import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../errors/codes.js';
import type { RequestRefused } from '../errors/gateway-error.js';
import type { HttpRefused } from '../errors/http-refused.js';
import type { GraphAnswer } from './graph-answer.js';
import type { HttpAnswer } from './http-answer.js';
import type { AnswerType } from './accepted-type.js';
import { WrittenAnswer } from './written-answer.js';

const statuses: Partial<Record<ErrorCode, number>> = {
  NOT_PLANNABLE: 501,
  NOT_SUPPORTED: 501,
  DEADLINE_EXCEEDED: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  // Of a request that asked for all or nothing.
  SUBGRAPH_FAILED: 502,
  SUBGRAPH_ANSWER_MALFORMED: 502,
};

const refusalCodes: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  413: 'LIMIT_EXCEEDED',
  429: 'RATE_EXCEEDED',
  503: 'UNAVAILABLE',
};

/**
 * The HTTP form of an answer, of which nothing more can be read then; one that was executed is 200 even when fields
 * of it failed.
 */
export function answered(answer: GraphAnswer, type: AnswerType): HttpAnswer {
  return { status: 200, headers: headersOf(type), body: WrittenAnswer.sent(answer) };
}

/** The HTTP form of a refusal; `application/json` keeps the 200 its older clients rely on. */
export function refusedAnswer(refused: RequestRefused, type: AnswerType): HttpAnswer {
  const status = statuses[refused.code] ?? 400;
  const isPlain = type === 'application/json' && status < 500 && refused.code !== 'BAD_REQUEST';
  return {
    status: isPlain ? 200 : status,
    headers: headersOf(type),
    body: JSON.stringify({ errors: refused.errors }),
  };
}

/** The HTTP form of a request that never became GraphQL. */
export function refusedRequest(refused: HttpRefused, type: AnswerType): HttpAnswer {
  const code = refusalCodes[refused.status] ?? 'BAD_REQUEST';
  const extensions = { code, ...refused.details };
  return {
    status: refused.status,
    headers: { ...headersOf(type), ...refused.headers },
    body: JSON.stringify({ errors: [{ message: refused.message, extensions }] }),
  };
}

/** Sends an answer, with more headers if there are any, each name before its value; nothing when the client has gone. */
export function respond(
  response: ServerResponse,
  { status, headers, body }: HttpAnswer,
  more: readonly string[] = [],
): void {
  if (response.destroyed || response.headersSent) return;
  // Not by setHeader: what is set one by one is looked at one by one when the head is written.
  const head = [...more];
  for (const name in headers) head.push(name, headers[name] ?? '');
  // These have no body, and a length would be taken for that of the answer they stand for.
  if (status === 204 || status === 304) {
    response.writeHead(status, head);
    response.end();
    return;
  }
  head.push('content-length', String(Buffer.byteLength(body)));
  response.writeHead(status, head);
  response.end(body);
}

function headersOf(type: AnswerType): Readonly<Record<string, string>> {
  return headersOfTypes[type];
}

const headersOfTypes: Readonly<Record<AnswerType, Readonly<Record<string, string>>>> = {
  'application/json': headersFor('application/json'),
  'application/graphql-response+json': headersFor('application/graphql-response+json'),
};

function headersFor(type: AnswerType): Readonly<Record<string, string>> {
  return Object.freeze({
    'content-type': `${type}; charset=utf-8`,
    // An answer may depend on who asks, so nobody on the way may keep it.
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
}
