import { timeLeftHeader } from '@manabi/kit/deadline';
import { sign, signatureHeader } from '@manabi/kit/signature';
import { SigningKey } from '@manabi/kit/signing-key';
import type { buildConnector } from 'undici';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { httpEvents } from '../subscription/http-events.js';
import { answerOf } from './answer.js';
import { Connections } from './connection/connections.js';
import { dialTo, type SecureConnection } from './connection/dial.js';
import { Conversation, type Reply } from './conversation.js';
import { refuseOtherSchema } from './schema-drift.js';
import { TextAnswer } from './text-answer.js';
import type { SubgraphAnswer, SubgraphRequest, TextReader, Transport } from './transport.js';
import type { Encoding } from './unpacking.js';

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

/** Reaches a subgraph over HTTP/1.1 through kept connections, with every request signed. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const url = new URL(options.url);
  const encodings = encodingsOf(options, url);
  const route: Route = {
    connections: new Connections(dialTo(url, options.tls), options.connections ?? 32),
    head: headOf(url, encodings),
    limit: options.answerBytes ?? 16 * 1024 * 1024,
    key: new SigningKey(options.signingKey),
    encodings,
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
    close: () => Promise.resolve(route.connections.close()),
  };
}

interface Route {
  connections: Connections;
  /** What the heads of all requests have in common. */
  head: string;
  limit: number;
  key: SigningKey;
  encodings: readonly Encoding[];
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

function headOf({ pathname, search, host }: URL, encodings: readonly Encoding[]): string {
  return [
    `POST ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    'connection: keep-alive',
    'content-type: application/json',
    'accept: application/graphql-response+json, application/json',
    ...(encodings.length > 0 ? [`accept-encoding: ${encodings.join(', ')}`] : []),
    'x-request-id: ',
  ].join('\r\n');
}

/** A request as it is sent now: what is left of its time and its signature are of this moment. */
function textOf({ body, scope }: SubgraphRequest, { head, key }: Route): string {
  const left = Math.max(0, Math.floor(scope.deadline - performance.now()));
  const trace = scope.fetch?.trace;
  const traced = trace ? `traceparent: ${trace.traceparent}\r\n` : '';
  return `${head}${scope.requestId}\r\n${timeLeftHeader}: ${left}\r\n${signatureHeader}: ${sign(key, body)}\r\n${traced}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

// A name of a request from elsewhere must not end its line.
const inOneLine = /^[\t\u0020-\u007E]*$/;

function exchange(request: SubgraphRequest, route: Route): Promise<SubgraphAnswer> {
  const { scope, operation } = request;
  const { connections, limit, encodings } = route;
  return new Promise((resolve, reject) => {
    if (!inOneLine.test(scope.requestId)) return reject(oddName());
    const { signal } = scope;
    const conversation = new Conversation({
      text: () => textOf(request, route),
      resolve: (reply) => {
        if (scope.fetch) scope.fetch.bytes = reply.bytes;
        try {
          resolve(answerFrom(reply, operation.reader));
        } catch (failure) {
          reject(failure);
        }
      },
      reject,
      signal,
      limit,
      encodings,
    });
    // The deadline is the only limit of time; it also ends a reply that drips.
    if (!signal.aborted) connections.send(conversation);
  });
}

function oddName(): SubgraphSilent {
  return new SubgraphSilent('exchange-failed', 'the name of the request is none for a header');
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
  const answer = answerOf(parsed(body.toString()));
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
  } catch {
    // What the parser says cites the answer, which may tell of persons and would stand in the log.
    throw new SubgraphSilent('not-json', `its ${text.length} characters are not JSON`);
  }
}
