import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { isFields } from '../execute/fields.js';
import { HttpRefused } from '../errors/http-refused.js';
import { askedDocument } from '../trusted/asked-document.js';
import type { TrustedDocuments } from '../trusted/trusted-documents.js';

/** A GraphQL request, however it came. */
export interface GraphRequest {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  /** The id of the last event a client had of this subscription. */
  after?: string;
  /** Whether the answer is to explain how it came about. */
  explain?: boolean;
}

/** Headers of which one has to come with a request that a web page could send without being asked first. */
const preflightHeaders = ['graphql-require-preflight', 'x-apollo-operation-name'];

/** What came over HTTP, not looked into yet: the text of a body, or the parameters of an address. */
export type Received = string | URLSearchParams;

/** Receives a request as "GraphQL over HTTP" prescribes; throws HttpRefused. */
export function receive(message: IncomingMessage, bodyBytes: number): Received | Promise<Received> {
  if (message.method === 'GET') {
    refuseForgery(message);
    const [, search] = /\?([^#]*)/.exec(message.url ?? '') ?? [];
    return new URLSearchParams(search ?? '');
  }
  if (message.method !== 'POST') {
    throw new HttpRefused(405, 'Send a GraphQL request by GET or POST.', { allow: 'GET, POST' });
  }
  refuseOtherContent(message.headers['content-type']);
  return bodyOf(message, bodyBytes);
}

/**
 * The GraphQL request in what was received, its document by its text or, as the appendix on persisted documents
 * prescribes, by its identifier; throws HttpRefused, or RequestRefused for a document that is not known.
 */
export function requestIn(received: Received, trusted: TrustedDocuments): GraphRequest {
  return requestOf(
    typeof received === 'string' ? fromBody(received) : fromQuery(received),
    trusted,
  );
}

function refuseForgery(message: IncomingMessage): void {
  const isAsked = preflightHeaders.some((name) => message.headers[name]);
  if (isAsked || isJson(message.headers['content-type'])) return;
  throw new HttpRefused(
    400,
    `A GET request has to carry the header "${preflightHeaders[0]}", so that no foreign web page can send it.`,
  );
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function refuseOtherContent(contentType: string | undefined): void {
  const charset = /;\s*charset="?([^";]+)"?/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (isJson(contentType) && (charset === undefined || charset === 'utf-8' || charset === 'utf8')) {
    return;
  }
  throw new HttpRefused(415, 'Send the request as application/json in UTF-8.', {
    'accept-post': 'application/json',
  });
}

/** Pieces in which a body of so many bytes may come: chunks of a byte or two each would cost more to take in than to send. */
function piecesOf(bytes: number): number {
  return 1024 + Math.ceil(bytes / 256);
}

/** By events, since reading a stream as an iterable costs more than all else about a small body. */
function bodyOf(message: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const refuse = (): void => {
      message.pause();
      const refusal =
        chunks.length > piecesOf(limit)
          ? `The request came in more than the ${piecesOf(limit)} pieces allowed.`
          : `The request has more than the ${limit} bytes allowed.`;
      reject(new HttpRefused(413, refusal, { connection: 'close' }));
    };
    if (Number(message.headers['content-length'] ?? 0) > limit) return refuse();
    // Gone while it was found out who asks: nothing more would ever be told of it.
    if (message.destroyed) return reject(brokenOff(undefined));
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limit || chunks.length > piecesOf(limit)) refuse();
      else chunks.push(chunk);
    });
    message.on('end', () => {
      const [only] = chunks;
      const bytes = only && chunks.length === 1 ? only : Buffer.concat(chunks);
      if (isUtf8(bytes)) resolve(bytes.toString('utf8'));
      else reject(new HttpRefused(400, 'The body is not UTF-8; send it so.'));
    });
    message.on('error', (cause) => reject(brokenOff(cause)));
    message.on('close', () => {
      if (!message.readableEnded) reject(brokenOff(undefined));
    });
  });
}

/** No failure of the gateway: a client that leaves in the middle is one of those that any network has. */
function brokenOff(cause: unknown): HttpRefused {
  const refused = new HttpRefused(
    400,
    'The request broke off before it was whole; send it again.',
    {
      connection: 'close',
    },
  );
  refused.cause = cause;
  return refused;
}

function fromBody(body: string): Record<string, unknown> {
  const value = json(body, 'The body is not JSON');
  if (Array.isArray(value)) {
    throw new HttpRefused(400, 'Several operations in one request are not accepted; send each.');
  }
  if (!isFields(value)) throw new HttpRefused(400, 'The body is not a JSON object.');
  return value;
}

/** The parameters of a request by GET. */
const named = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

function fromQuery(parameters: URLSearchParams): Record<string, unknown> {
  const twice = named.find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) {
    throw new HttpRefused(400, `The parameter "${twice}" came more than once; send it once.`);
  }
  const objects = ['variables', 'extensions'].flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, json(value, `The parameter "${name}" is not JSON`)]];
  });
  return {
    query: parameters.get('query'),
    documentId: parameters.get('documentId'),
    operationName: parameters.get('operationName'),
    ...Object.fromEntries(objects),
  };
}

function json(text: string, refusal: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefused(400, `${refusal}; check it and send it again.`);
  }
}

function requestOf(value: Record<string, unknown>, trusted: TrustedDocuments): GraphRequest {
  const { operationName, variables, extensions } = value;
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw new HttpRefused(400, '`operationName` is not a string.');
  }
  if (!isAbsent(variables) && !isFields(variables)) {
    throw new HttpRefused(400, '`variables` is not an object.');
  }
  if (!isAbsent(extensions) && !isFields(extensions)) {
    throw new HttpRefused(400, '`extensions` is not an object.');
  }
  return {
    query: askedDocument(value, trusted),
    ...(typeof operationName === 'string' && operationName !== '' ? { operationName } : {}),
    ...(isFields(variables) ? { variables } : {}),
    ...(isFields(extensions) && typeof extensions['after'] === 'string'
      ? { after: extensions['after'] }
      : {}),
    ...(isFields(extensions) && extensions['explain'] === true ? { explain: true } : {}),
  };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
