import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Logger } from 'pino';

import { apolloOf } from './apollo.js';
import { type Caller, type Context, anonymous } from './context.js';
import { withoutValues } from './database-failure.js';
import { type Waited, deadlineOf, requireWaited, timeLeftHeader } from './deadline.js';
import { Gatekeeper } from './gatekeeper.js';
import { type OpenService, requestContext } from './open.js';
import { Problem } from './problem.js';
import { parseBody, readBody } from './request-body.js';
import { SharedSignatures } from './shared-signatures.js';
import { answerSubscription } from './subscription/subscription.http.js';
import type { ServiceTls } from './tls.js';

/** How a service answers over HTTP. */
export interface ServeOptions {
  /** Port on the host; 0 takes a free one. */
  readonly port: number;
  /** Address to listen on. Default: this machine only. */
  readonly host?: string;
  /** The service's own key, shared with the city's gateways; what is not signed with it, or a key made of it, is refused. */
  readonly gatewayKey: string;
  readonly log: Logger;
  /** Seconds by which the clock of a gateway may differ; 60 unless said. */
  readonly signatureWindow?: number;
  /** With this it answers over TLS 1.2 or newer only. */
  readonly tls?: ServiceTls;
}

/** A service that answers over HTTP. */
export interface ServedService {
  readonly url: string;
  /** Refuses new requests, lets those in flight finish (10 seconds at most), then closes. */
  drain(): Promise<void>;
}

const drainGrace = 10_000;

/** Serves a service: `POST /graphql`, `GET /feed` and `GET /feed/head` to signed requests, `/health` and `/ready` to anyone. */
export async function serve(service: OpenService, options: ServeOptions): Promise<ServedService> {
  const apollo = apolloOf(service, options.log);
  await apollo.start();
  const gatekeeper = gatekeeperOf(service, options);
  const room: Room = {
    service,
    options,
    apollo,
    gatekeeper,
    answering: new Set(),
    draining: false,
  };
  const server = serverOf(options.tls, (request, response) => {
    const answering = answer(room, request, response).catch((error: unknown) =>
      refuse(room, response, error),
    );
    room.answering.add(answering);
    void answering.finally(() => room.answering.delete(answering));
  });
  await listen(server, options);
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const scheme = options.tls ? 'https' : 'http';
  return {
    url: `${scheme}://${options.host ?? '127.0.0.1'}:${port}`,
    drain: () => drain(room, server),
  };
}

/** Milliseconds between two log lines that say that signatures of other processes are not known. */
const toldAgain = 60_000;

function gatekeeperOf(service: OpenService, options: ServeOptions): Gatekeeper {
  let toldAt = -Infinity;
  const shared = new SharedSignatures(
    (sql, given) => service.orm.em.getConnection().execute(sql, [...given]),
    (error) => {
      if (performance.now() - toldAt < toldAgain) return;
      toldAt = performance.now();
      const err = withoutValues(error);
      options.log.warn({ err }, 'what other processes accepted is not known for the moment');
    },
  );
  return new Gatekeeper({ ...options, name: service.name, shared });
}

interface Room {
  readonly service: OpenService;
  readonly options: ServeOptions;
  readonly apollo: ApolloServer<Context>;
  readonly gatekeeper: Gatekeeper;
  /** Requests in work, those of callers who have left included. */
  readonly answering: Set<Promise<void>>;
  draining: boolean;
}

async function answer(
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? '/', 'http://service') ?? new URL('http://service/nowhere');
  if (url.pathname === '/health')
    return sendJson(response, 200, { status: 'ok', service: room.service.name });
  if (url.pathname === '/ready') return ready(room, response);
  if (url.pathname === '/graphql' && request.method === 'POST')
    return graphql(room, request, response);
  if (url.pathname === '/subscription' && request.method === 'POST')
    return subscription(room, request, response);
  if (/^\/feed(\/head)?$/.test(url.pathname) && request.method === 'GET')
    return feed(room, request, { response, url });
  if (url.pathname === '/nudge' && request.method === 'POST')
    return nudge(room, request, { response, url });
  sendJson(response, 404, {
    error: 'Nothing is here. Ask POST /graphql, GET /feed, GET /health or GET /ready.',
  });
}

async function ready(room: Room, response: ServerResponse): Promise<void> {
  const alive = !room.draining && (await room.service.orm.isConnected());
  sendJson(response, alive ? 200 : 503, { ready: alive, service: room.service.name });
}

async function graphql(
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const waited = waitedFor(request, response);
  room.gatekeeper.greet(request);
  const body = await readBody(request);
  const { first } = room.gatekeeper.require(request, body);
  requireWaited(waited);
  const parsed = parseBody(body);
  // What only reads may be worked on while it is found out whether it came before; nothing is told sooner.
  if (mayWrite(body)) await first;
  const requestId = headerOf(request, 'x-request-id') ?? crypto.randomUUID();
  const asker = { ...askerOf(parsed), requestId, ...waited };
  const context = requestContext(room.service.orm, asker, new Date());
  const answered = await room.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: parsed,
    },
    context: async () => context,
  });
  await first;
  response.statusCode = answered.status ?? 200;
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.setHeader('x-request-id', requestId);
  if (context.told.isLive) response.setHeader('cache-control', 'no-store');
  if (answered.body.kind === 'complete') response.end(answered.body.string);
  else response.destroy();
}

/** True for every body with a mutation, and for few others. */
function mayWrite(body: string): boolean {
  return /mutation|\\u/.test(body);
}

function waitedFor(request: IncomingMessage, response: ServerResponse): Waited {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return { deadline: deadlineOf(headerOf(request, timeLeftHeader)), signal: gone.signal };
}

async function subscription(
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  room.gatekeeper.greet(request);
  const body = await readBody(request);
  await room.gatekeeper.require(request, body).first;
  const requestId = headerOf(request, 'x-request-id') ?? crypto.randomUUID();
  const received = { body: parseBody(body), requestId };
  await answerSubscription(room.service.subscriptions, received, response);
}

async function feed(
  room: Room,
  request: IncomingMessage,
  { response, url }: { response: ServerResponse; url: URL },
): Promise<void> {
  await room.gatekeeper.require(request, `GET ${request.url ?? ''}`, 'feed').first;
  if (url.pathname === '/feed/head')
    return sendJson(response, 200, { head: await room.service.head() });
  const limit = Number(url.searchParams.get('limit') ?? '500');
  if (!Number.isInteger(limit) || limit < 1) {
    throw new Problem(
      'BAD_USER_INPUT',
      '"limit" is a whole number from 1. Correct it and ask again.',
    );
  }
  sendJson(
    response,
    200,
    await room.service.feed(url.searchParams.get('after') ?? undefined, limit),
  );
}

async function nudge(
  room: Room,
  request: IncomingMessage,
  { response, url }: { response: ServerResponse; url: URL },
): Promise<void> {
  await room.gatekeeper.require(request, `POST ${request.url ?? ''}`, 'nudge').first;
  room.service.nudge(url.searchParams.get('source') ?? '');
  response.writeHead(204).end();
}

/** Who asks and what may be asked, as the gateway that signed the request says. */
function askerOf(body: unknown): { caller: Caller; longPages: boolean } {
  const told = body as { extensions?: { caller?: Caller; longPages?: boolean } } | null;
  return { caller: anonymous, longPages: false, ...told?.extensions };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const statusOf = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

function refuse(room: Room, response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof Problem) {
    return sendJson(response, statusOf[error.code], {
      errors: [{ message: error.message, extensions: { code: error.code } }],
    });
  }
  room.options.log.error({ err: withoutValues(error) }, 'a request failed');
  sendJson(response, 500, {
    errors: [
      { message: 'The service failed. It was recorded.', extensions: { code: 'UNAVAILABLE' } },
    ],
  });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function serverOf(
  tls: ServiceTls | undefined,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  if (!tls) return createServer(handle);
  const asksBack = tls.ca !== undefined;
  return createSecureServer(
    { ...tls, minVersion: 'TLSv1.2', requestCert: asksBack, rejectUnauthorized: asksBack },
    handle,
  );
}

function listen(server: Server, options: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
}

async function drain(room: Room, server: Server): Promise<void> {
  room.draining = true;
  room.service.subscriptions.end();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), drainGrace);
  await closed;
  clearTimeout(force);
  // Whoever was cut off may still be asking the database something.
  await Promise.all(room.answering);
  await room.apollo.stop();
}
