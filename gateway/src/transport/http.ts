import { timeLeftHeader } from '@manabi/kit/deadline';
import { sign, signatureHeader } from '@manabi/kit/signature';
import { SigningKey } from '@manabi/kit/signing-key';
import { Pool, type buildConnector } from 'undici';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { httpEvents } from '../subscription/http-events.js';
import { answerOf } from './answer.js';
import { Conversation, type Reply } from './conversation.js';
import { refuseOtherSchema } from './schema-drift.js';
import { silenceOf } from './silence.js';
import { TextAnswer } from './text-answer.js';
import type { SubgraphAnswer, SubgraphRequest, TextReader, Transport } from './transport.js';
import type { Encoding } from './unpacking.js';

/** How a subgraph proves who it is, and the gateway to it; PEM texts. */
export interface SecureConnection {
  /** The authorities that are trusted instead of the system's. */
  ca?: string | readonly string[];
  /** The gateway's own certificate and key, where the subgraph asks for one. */
  cert?: string;
  key?: string;
  /** The name in the subgraph's certificate, where it is not the host of its address. */
  servername?: string;
  /** `TLSv1.2` unless said. */
  minVersion?: 'TLSv1.2' | 'TLSv1.3';
}

/** How one subgraph is reached over HTTP. */
export interface HttpTransportOptions {
  /** The full address of its GraphQL endpoint. */
  url: string;
  /** The full address where it takes subscriptions; `/subscription` beside the GraphQL endpoint unless said. */
  subscriptionUrl?: string;
  /** The key shared with the subgraph, with which every body is signed. */
  signingKey: string;
  /** Open connections at most; 32 unless said. */
  connections?: number;
  /** Bytes of one answer at most, as it comes and unpacked; 16 MiB unless said. */
  answerBytes?: number;
  /**
   * Encodings asked for, of `gzip`, `br`, `zstd`; unless said none on this machine, where packing costs
   * more than it saves, and `gzip` elsewhere. An answer packed without being asked for is refused.
   */
  acceptEncoding?: readonly Encoding[];
  tls?: SecureConnection;
}

/** Reaches a subgraph over HTTP/1.1 through a pool of kept connections, with every request signed. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const url = new URL(options.url);
  const encodings = encodingsOf(options, url);
  const route: Route = {
    pool: new Pool(url.origin, {
      connections: options.connections ?? 32,
      pipelining: 1,
      allowH2: false,
      connect: connectOptions(options.tls),
    }),
    path: url.pathname + url.search,
    limit: options.answerBytes ?? 16 * 1024 * 1024,
    key: new SigningKey(options.signingKey),
    encodings,
    accepted: encodings.length > 0 ? ['accept-encoding', encodings.join(', ')] : [],
  };
  const events = {
    url: new URL(options.subscriptionUrl ?? 'subscription', url),
    key: options.signingKey,
    limit: route.limit,
    connect: connectOptions(options.tls),
  };
  return {
    subscribe: (asked) => httpEvents(events, asked),
    send: (request) => exchange(request, route),
    close: () => route.pool.destroy(),
  };
}

interface Route {
  pool: Pool;
  path: string;
  limit: number;
  key: SigningKey;
  encodings: readonly Encoding[];
  accepted: readonly string[];
}

function encodingsOf({ acceptEncoding }: HttpTransportOptions, url: URL): readonly Encoding[] {
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return acceptEncoding ?? (isHere ? [] : ['gzip']);
}

function connectOptions(tls: SecureConnection = {}): buildConnector.BuildOptions {
  const { ca, cert, key, servername, minVersion = 'TLSv1.2' } = tls;
  return {
    timeout: 5_000,
    minVersion,
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(servername === undefined ? {} : { servername }),
  };
}

function headersOf({ body, scope }: SubgraphRequest, route: Route): string[] {
  const headers = [
    'content-type',
    'application/json',
    'accept',
    'application/graphql-response+json, application/json',
    'x-request-id',
    scope.requestId,
    timeLeftHeader,
    String(Math.max(0, Math.floor(scope.deadline - performance.now()))),
    signatureHeader,
    sign(route.key, body),
    ...route.accepted,
  ];
  const trace = scope.fetch?.trace;
  if (trace) headers.push('traceparent', trace.traceparent);
  return headers;
}

function exchange(request: SubgraphRequest, route: Route): Promise<SubgraphAnswer> {
  const { body, scope } = request;
  const { pool, path, limit, encodings } = route;
  const headers = headersOf(request, route);
  return new Promise((resolve, reject) => {
    const { signal } = scope;
    const conversation = new Conversation({
      resolve: (reply) => {
        if (scope.fetch) scope.fetch.bytes = reply.bytes;
        try {
          resolve(answerFrom(reply, request.operation.reader));
        } catch (failure) {
          reject(failure);
        }
      },
      reject,
      signal,
      limit,
      encodings,
    });
    if (signal.aborted) return;
    try {
      // The deadline is the only limit of time; it also ends a reply that drips.
      pool.dispatch(
        { method: 'POST', path, body, headers, headersTimeout: 0, bodyTimeout: 0 },
        conversation,
      );
    } catch (error) {
      reject(silenceOf(error, false));
    }
  });
}

const jsonTypes = /^application\/(?:graphql-response\+)?json\s*(?:;|$)/i;

function answerFrom(
  { status, type, cacheControl, body }: Reply,
  reader: TextReader | undefined,
): SubgraphAnswer {
  if (!jsonTypes.test(type)) throw withoutAnswer(status) ?? wrongType(status, type);
  const told = cacheControl === '' ? undefined : cacheControl;
  const asText = reader && status === 200 ? TextAnswer.of(body, reader, told) : undefined;
  if (asText) return asText;
  const answer = answerOf(parsed(body.toString('utf8')));
  const failure = answer.data ? undefined : withoutAnswer(status);
  if (failure) throw failure;
  refuseOtherSchema(answer, status);
  return cacheControl === '' ? answer : { ...answer, cacheControl };
}

/** What a status says when no data came with it. */
function withoutAnswer(status: number): SubgraphSilent | undefined {
  if (status === 401) {
    const reason = 'the subgraph refused the signature: do the keys and the clocks agree?';
    return new SubgraphSilent('gateway-refused', reason);
  }
  if (status < 502 || status > 504) return undefined;
  return new SubgraphSilent('overloaded', `status ${status}`);
}

function wrongType(status: number, type: string): SubgraphSilent {
  const reason = `status ${status} with content type "${type.slice(0, 80)}"`;
  return new SubgraphSilent(status >= 500 ? 'failing' : 'wrong-type', reason);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SubgraphSilent('not-json', 'not JSON', { cause });
  }
}
